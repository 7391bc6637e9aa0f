import type { Ranking } from '@clarity-keep/core';
import type { PagesAnswer } from '@clarity-keep/queries';
import type { Column } from './answer-table.ts';
import { answerTable } from './answer-table.ts';
import { count, decimal, percent } from './figures.ts';
import type { Screen } from './screen.ts';
import { isNarrow } from './screen.ts';
import { signalColumns } from './signal-columns.ts';

type PageRow = PagesAnswer['rows'][number];

/** How the order came about, and what the columns of signals hold. */
const captions: Record<Ranking, string> = {
  impact:
    'By impact: weighted affected sessions beyond the rate of the site. Columns: share of sessions affected.',
  rate: 'By weighted rate. Columns: share of sessions affected.',
  signals: 'By rage and dead clicks. Columns: events.',
};

/** Ranked pages, then those that are set apart. */
export function pagesText(
  { rows }: PagesAnswer,
  screen: Screen,
  { ranking, minSessions }: { ranking: Ranking; minSessions: number },
): string {
  const columns = pageColumns(ranking, screen);
  const ranked = rows.filter(({ rank }) => rank !== null);
  const apart = rows.filter(({ rank }) => rank === null);
  const parts = [
    ranked.length === 0
      ? []
      : [screen.paint('dim', captions[ranking]), '', answerTable(screen, columns, ranked)],
    apart.length === 0
      ? []
      : [
          `Not enough data (under ${minSessions} sessions)`,
          answerTable(screen, columns.slice(1), apart),
        ],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function pageColumns(ranking: Ranking, screen: Screen): Column<PageRow>[] {
  return [
    { head: '#', align: 'right', cell: ({ rank }) => count(rank) },
    { head: 'page', cell: ({ page }) => pageName(page, screen), gives: true },
    { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
    { head: 'impact', align: 'right', cell: ({ impact }) => decimal(impact) },
    ...signalColumns<PageRow>(({ events, rate }) =>
      ranking === 'signals' ? count(events) : percent(rate),
    ),
  ];
}

/** On a narrow screen the scheme has to go first: it tells no page from another. */
function pageName(page: string, screen: Screen): string {
  return isNarrow(screen) ? page.replace(/^https:\/\//, '') : page;
}
