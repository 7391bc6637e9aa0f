import type { SourcesAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import { count, percent } from './figures.ts';
import type { Screen } from './screen.ts';

export function sourcesText({ rows }: SourcesAnswer, screen: Screen): string {
  return answerTable(
    screen,
    [
      { head: 'source', cell: ({ source }) => source || '(none)', gives: true },
      { head: 'medium', cell: ({ medium }) => medium || '(none)', gives: true },
      { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
      {
        head: 'quick-back rate',
        align: 'right',
        cell: ({ quickbackRate }) => percent(quickbackRate),
      },
    ],
    rows,
  );
}
