import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { displayText } from '@clarity-keep/core';
import type { referrersBounceRate } from '@clarity-keep/queries';
import type * as z from 'zod';
import { countText, rateText } from '../../../terminal/numbers.ts';
import { answerText, emptyNote } from './answer-text.ts';

type ReferrersAnswer = z.output<(typeof referrersBounceRate)['output']>;

/** One line per referrer. */
export function referrersText(answer: ReferrersAnswer, screen: Screen): string {
  if (answer.rows.length === 0) {
    return answerText(
      answer,
      [emptyNote(answer, 'No referrer brought enough sessions on the days collected.')],
      screen,
    );
  }
  const { text } = table(
    answer.rows,
    [
      { head: 'referrer', kind: 'yielding', cell: ({ referrer }) => displayText(referrer) },
      { head: 'sessions', kind: 'right', cell: ({ sessions }) => countText(sessions) },
      { head: 'bounced', kind: 'right', cell: ({ bounced }) => countText(bounced) },
      { head: 'bounce rate', kind: 'right', cell: ({ bounceRate }) => rateText(bounceRate) },
    ],
    screen,
  );
  const isUnknown = answer.rows.every(({ bounceRate }) => bounceRate === null);
  const note = isUnknown
    ? screen.paint('dim', 'Bounces are unknown: only session records contain them.')
    : '';
  return answerText(answer, [text, note], screen);
}
