import type { DayState } from '@clarity-keep/core';
import type { TrendAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import { count } from './figures.ts';
import type { Screen } from './screen.ts';
import { signalColumns } from './signal-columns.ts';

const LONGEST_BAR = 16;

/** One row per day; the bar is the sessions against the busiest day, the columns affected sessions. */
export function trendText({ rows }: Pick<TrendAnswer, 'rows'>, screen: Screen): string {
  const most = Math.max(1, ...rows.map(({ sessions }) => sessions ?? 0));
  const longest = Math.min(LONGEST_BAR, Math.max(4, screen.columns - 66));
  return answerTable(
    screen,
    [
      { head: 'day', cell: ({ day }) => day },
      { head: 'state', cell: ({ state }) => stateText(state) },
      { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
      {
        head: '',
        cell: ({ sessions }) => '█'.repeat(Math.ceil(((sessions ?? 0) / most) * longest)),
      },
      ...signalColumns<TrendAnswer['rows'][number]>(({ affected }) => count(affected)),
    ],
    rows,
  );
}

/** The rule needs no word: only what is amiss is named. */
function stateText(state: DayState): string {
  return state === 'complete' ? '' : state;
}
