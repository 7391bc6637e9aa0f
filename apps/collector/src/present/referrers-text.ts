import type { ReferrersAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import { count, percent } from './figures.ts';
import type { Screen } from './screen.ts';

const NO_BOUNCES = "Clarity's totals do not tell bounces; only session records do.";

export function referrersText({ rows }: ReferrersAnswer, screen: Screen): string {
  const table = answerTable(
    screen,
    [
      { head: 'referrer', cell: ({ referrer }) => referrer, gives: true },
      { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
      { head: 'bounced', align: 'right', cell: ({ bounced }) => count(bounced) },
      { head: 'bounce rate', align: 'right', cell: ({ bounceRate }) => percent(bounceRate) },
    ],
    rows,
  );
  return rows.every(({ bounced }) => bounced === null) ? `${table}\n\n${NO_BOUNCES}` : table;
}
