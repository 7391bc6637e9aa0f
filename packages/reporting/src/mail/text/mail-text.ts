import type { MailView } from '../view/mail-view.ts';
import { adviceText } from './advice-text.ts';
import { aligned, heading, present, RULE, textOf } from './lines.ts';
import { pagesText } from './pages-text.ts';

/** The mail for readers without HTML: the same words in the same order. */
export function mailText(view: MailView): string {
  return textOf([
    present([view.sample]),
    view.missing === null
      ? []
      : present([`! Needs attention: ${view.missing.notice}`, view.missing.others]),
    [view.project, view.period],
    [view.headline],
    present([
      view.summary.text,
      view.summary.author === null ? null : `(written by AI, ${view.summary.author})`,
    ]),
    view.dashboard === null ? [] : [`Open in Clarity: ${view.dashboard}`],
    ...adviceText(view.advice),
    totalsText(view),
    trendText(view),
    ...pagesText(view.pages),
    ...view.outcomes.map(({ title, items, more }) => [
      ...heading(title),
      ...items.flatMap(({ label, badge, text }) => [`${label} [${badge}]`, `    ${text}`]),
      ...present([more]),
    ]),
    ...view.audience.map(({ title, rows, notes }) => [
      ...heading(title),
      ...aligned(
        rows.map(({ label, value, detail }) => [label, value, detail === '' ? '' : `(${detail})`]),
      ),
      ...notes,
    ]),
    view.missing === null || view.missing.others === null
      ? []
      : [...heading('Needs attention'), ...view.missing.sentences.map((line) => `! ${line}`)],
    [RULE, ...view.method],
    [view.reason, `Unsubscribe: ${view.unsubscribe}`],
  ]);
}

function totalsText({ totals }: MailView): string[] {
  if (totals === null) return [];
  const rows = [
    ...totals.cards.map(({ label, ...card }) => ({ ...card, name: label })),
    ...totals.signals.map(({ change, ...signal }) => ({
      ...signal,
      change: change.detail === null ? change.text : `${change.text} (${change.detail})`,
    })),
  ];
  const numbers = aligned(rows.map(({ name, value, change }) => [name, value, change]));
  return [
    ...heading('The week in numbers'),
    ...rows.flatMap(({ before, baseline }, index) => [
      numbers[index] ?? '',
      ...present([present([before, baseline]).join(', ')]).map((line) => `    ${line}`),
    ]),
    ...present([totals.unknown, totals.note]),
  ];
}

function trendText({ trend }: MailView): string[] {
  if (trend === null) return [];
  const rate = trend.mainName === null ? '' : trend.mainName.toLowerCase();
  return [
    ...heading(trend.title),
    ...aligned(
      trend.rows.map((row) =>
        row.sessions === null
          ? [row.week, row.hole, '', '']
          : [row.week, `${row.sessions} sessions`, row.rate ?? '', row.rate === null ? '' : rate],
      ),
    ),
    ...present([trend.note]),
  ];
}
