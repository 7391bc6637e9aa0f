import type { MailView } from '../view/mail-view.ts';
import { linkLines } from './advice-text.ts';
import { heading } from './lines.ts';

type PagesView = NonNullable<MailView['pages']>;

/** The pages that frustrate most, those with proven impact in detail. */
export function pagesText(pages: MailView['pages']): string[][] {
  if (pages === null) return [];
  return [
    [...heading(pages.title), pages.intro],
    ...pages.proven.map(pageText),
    pages.others.map(
      ({ rank, label, verdict, sessions }) =>
        `${rank.padStart(2)}. ${label}: ${verdict.text} · ${sessions} · no proven impact`,
    ),
    pages.notes,
  ];
}

function pageText(page: PagesView['proven'][number]): string[] {
  return [
    `${page.rank.padStart(2)}. ${page.label} [${page.verdict.text}]`,
    `    Impact ${page.impact} · ${page.facts}`,
    ...page.signals.map(
      ({ name, rate, interval, site, detail, change }) =>
        `    ${name} ${rate}${interval === null ? '' : ` (${interval})`}, ${site}, ${detail}; ${change.text}${change.detail === null ? '' : ` (${change.detail})`}`,
    ),
    ...page.remarks.map((remark) => `    ${remark}`),
    ...linkLines(page.links).map((line) => ` ${line}`),
  ];
}
