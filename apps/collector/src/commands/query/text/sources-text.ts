import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { nameText } from '@clarity-keep/core';
import type { sourcesQuickbackRate } from '@clarity-keep/queries';
import type * as z from 'zod';
import { countText, rateText } from '../../../terminal/numbers.ts';
import { answerText, emptyNote } from './answer-text.ts';

type SourcesAnswer = z.output<(typeof sourcesQuickbackRate)['output']>;

/** One line per source and medium. */
export function sourcesText(answer: SourcesAnswer, screen: Screen): string {
  if (answer.rows.length === 0) {
    return answerText(answer, [emptyNote(answer, 'No sessions on the days collected.')], screen);
  }
  const { text } = table(
    answer.rows,
    [
      { head: 'source', kind: 'yielding', cell: ({ source }) => nameText(source) },
      { head: 'medium', kind: 'left', cell: ({ medium }) => nameText(medium) },
      { head: 'sessions', kind: 'right', cell: ({ sessions }) => countText(sessions) },
      {
        head: 'quick back rate',
        kind: 'right',
        cell: ({ quickbackRate }) => rateText(quickbackRate),
      },
    ],
    screen,
  );
  return answerText(answer, [text], screen);
}
