import { counted, nameText } from '@clarity-keep/core';
import { jsonText } from '@clarity-keep/command-line';
import type { Screen } from '@clarity-keep/command-line/table';
import { table, withoutCommonOrigin, wrapWords } from '@clarity-keep/command-line/table';
import type { PageSessions, PagesReview, UrlRules, UrlRulesComparison } from '@clarity-keep/core';
import { countText } from '../../terminal/numbers.ts';

interface Frame {
  project: string;
  window: { from: string; to: string };
  rules: UrlRules;
}

interface Layout {
  /** How many days of the window have stored URLs. */
  days: number;
  limit: number;
  screen: Screen;
}

/** The current rules, in the form that --preview accepts. */
export function urlRulesText(
  {
    project,
    window,
    rules,
    urls,
    pages,
    ...review
  }: Frame & PagesReview & { urls: number; pages: number },
  { days, limit, screen }: Layout,
): string {
  return [
    `URL rules of ${project}:\n\n${jsonText(rules)}\n` +
      `They make ${counted(pages, 'page')} of ${counted(urls, 'URL')}${windowText(window, days)}.`,
    ...reviewTexts(review, { limit, screen }),
  ]
    .join('\n\n')
    .concat('\n');
}

function reviewTexts(
  { notWebPages, suspicious }: PagesReview,
  { limit, screen }: Pick<Layout, 'limit' | 'screen'>,
): string[] {
  const { urls, sessions } = notWebPages;
  const rows = suspicious.map(withoutParts);
  return [
    ...(urls === 0
      ? []
      : [
          `${counted(urls, 'URL')} with ${counted(sessions, 'session')}: not a web page, such as a file or an extension. ` +
            'Counted as one page that is never ranked.',
        ].flatMap((text) => wrapWords(text, screen.columns).join('\n'))),
    ...(rows.length === 0
      ? []
      : [groupText({ title: 'May contain the name of a person', rows }, { limit, screen })]),
  ];
}

const APPLY =
  'To apply these rules, put them in clarity-keep.json as urlRules of the project and run "clarity-keep reparse".';

/** What other rules would change, the busiest pages first. */
export function urlPreviewText(
  { window, ...comparison }: Frame & UrlRulesComparison & PagesReview,
  { days, limit, screen }: Layout,
): string {
  const { before, after, merged, split, leftOut, added, renamed } = comparison;
  const groups: Group[] = [
    {
      title: 'Would merge',
      rows: merged.map(({ from: parts, ...page }) => ({ ...page, parts })),
    },
    {
      title: 'Would split',
      rows: split.map(({ into, ...page }) => ({ ...page, parts: into })),
    },
    { title: 'Would be dropped', rows: leftOut.map(withoutParts) },
    { title: 'Would be added', rows: added.map(withoutParts) },
    {
      title: 'Would only be renamed',
      rows: renamed.map(({ from: page, ...to }) => ({
        ...to,
        parts: [{ page, sessions: to.sessions }],
      })),
    },
  ];
  const tables = groups.filter(({ rows }) => rows.length > 0);
  const legend =
    'Sessions come from one-day responses and session records, added up over URLs: one session may have\n' +
    'visited several. Nothing was changed.';
  return [
    `${counted(before, 'page')} ${before === 1 ? 'becomes' : 'become'} ${countText(after)}${windowText(window, days)}.`,
    ...(tables.length === 0 && before > 0 ? ['No page would change.'] : []),
    ...tables.map((group) => groupText(group, { limit, screen })),
    ...reviewTexts(comparison, { limit, screen }),
    screen.paint('dim', legend),
    wrapWords(APPLY, screen.columns).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function windowText({ from, to }: Frame['window'], days: number): string {
  return `, ${from} to ${to}, with data for ${counted(days, 'day')}`;
}

interface Group {
  title: string;
  rows: GroupRow[];
}

type GroupRow = PageSessions & { parts: PageSessions[] };

interface Line {
  page: string;
  pages: string;
  sessions: string;
}

/** How many of the pages that merge into a page, or that a page splits into, are shown as examples. */
const EXAMPLES = 3;

function withoutParts(page: PageSessions): GroupRow {
  return { ...page, parts: [] };
}

function groupText(
  { title, rows }: Group,
  { limit, screen }: Pick<Layout, 'limit' | 'screen'>,
): string {
  const shown = rows.slice(0, limit);
  const addresses = shown.flatMap(({ page, parts }) =>
    [page, ...parts.slice(0, EXAMPLES).map((part) => part.page)].map((one) => nameText(one)),
  );
  const common = withoutCommonOrigin(addresses);
  const short = new Map(common?.paths.map((path, index) => [addresses[index], path]));
  const nameOf = (page: string): string => short.get(nameText(page)) ?? nameText(page);
  const lines = shown.flatMap((row) => linesOf(row, nameOf));
  const { text } = table(
    lines,
    [
      {
        head: common === null ? 'page' : `page on ${common.host}`,
        kind: 'yielding',
        cell: ({ page }) => page,
      },
      { head: 'pages', kind: 'right', cell: ({ pages }) => pages },
      { head: 'sessions', kind: 'right', cell: ({ sessions }) => sessions },
    ],
    screen,
  );
  const more = rows.length - shown.length;
  return [
    screen.paint('bold', title),
    text,
    ...(more > 0 ? [`and ${countText(more)} more: --limit or --json shows them.`] : []),
  ].join('\n');
}

function linesOf({ page, sessions, parts }: GroupRow, nameOf: (page: string) => string): Line[] {
  const examples = parts.slice(0, EXAMPLES);
  const more = parts.length - examples.length;
  return [
    {
      page: nameOf(page),
      pages: parts.length > 1 ? countText(parts.length) : '',
      sessions: countText(sessions),
    },
    ...examples.map((part) => ({
      page: `  ${nameOf(part.page)}`,
      pages: '',
      sessions: countText(part.sessions),
    })),
    ...(more > 0 ? [{ page: `  and ${countText(more)} more`, pages: '', sessions: '' }] : []),
  ];
}
