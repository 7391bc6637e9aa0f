import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import type { devicesScrollDepth } from '@clarity-keep/queries';
import type * as z from 'zod';
import { deviceName } from '@clarity-keep/core';
import { countText, percentText } from '../../../terminal/numbers.ts';
import { answerText, emptyNote } from './answer-text.ts';

type DevicesAnswer = z.output<(typeof devicesScrollDepth)['output']>;

/** One line per device. */
export function devicesText(answer: DevicesAnswer, screen: Screen): string {
  if (answer.rows.length === 0) {
    return answerText(answer, [emptyNote(answer, 'No sessions on the days collected.')], screen);
  }
  const { text } = table(
    answer.rows,
    [
      { head: 'device', kind: 'yielding', cell: ({ device }) => deviceName(device) },
      { head: 'sessions', kind: 'right', cell: ({ sessions }) => countText(sessions) },
      {
        head: 'scroll depth',
        kind: 'right',
        cell: ({ scrollDepth }) => percentText(scrollDepth),
      },
    ],
    screen,
  );
  return answerText(answer, [text], screen);
}
