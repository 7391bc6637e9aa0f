import type { DevicesAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import { count, decimal, UNKNOWN } from './figures.ts';
import type { Screen } from './screen.ts';

export function devicesText({ rows }: DevicesAnswer, screen: Screen): string {
  return answerTable(
    screen,
    [
      { head: 'device', cell: ({ device }) => device || '(unknown)', gives: true },
      { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
      {
        head: 'scroll depth',
        align: 'right',
        cell: ({ scrollDepth }) => (scrollDepth === null ? UNKNOWN : `${decimal(scrollDepth)}%`),
      },
    ],
    rows,
  );
}
