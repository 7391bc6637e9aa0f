import type { WindowSums } from '@clarity-keep/core';
import { rateOf } from '@clarity-keep/core';
import * as z from 'zod';
import { answerSchema } from '../asking/answer-schema.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { readWindowSums } from '../work/read-window-sums.ts';

/**
 * Whose visitors leave at once? Highest bounce rate first. Visits without a referrer are left out,
 * and so are referrers with fewer sessions than `minSessions`.
 */
export const referrersBounceRate = defineQuestion({
  summary:
    'Which referrers send visitors who leave right away? Highest bounce rate first; visits without a referrer are left out.',
  example: { days: 28, minSessions: 6 },
  input: z
    .strictObject({
      ...windowInput,
      minSessions: z
        .int()
        .min(0)
        .default(6)
        .describe('Referrers with fewer sessions are left out.'),
    })
    .prefault({}),
  output: answerSchema(
    z.object({
      referrer: z.string(),
      sessions: z.int(),
      bounced: z
        .int()
        .nullable()
        .describe(
          'Sessions with a single page; null where Clarity does not report them, as in its totals.',
        ),
      bounceRate: z.number().nullable().describe('Bounced sessions per session, 0..1.'),
    }),
  ),
  async ask(context, input) {
    const frame = frameQuestion(context, input, 'referrer');
    const rows = (await readWindowSums(context, frame))
      .map(({ values, sums }) => ({
        referrer: values.referrer ?? '',
        sessions: sums.sessions,
        bounced: sums.bouncedSessions,
        bounceRate: bounceRate(sums),
      }))
      .filter(({ referrer, sessions }) => {
        return referrer !== '' && sessions > 0 && sessions >= input.minSessions;
      })
      .toSorted(
        (a, b) =>
          (b.bounceRate ?? -1) - (a.bounceRate ?? -1) ||
          b.sessions - a.sessions ||
          (a.referrer < b.referrer ? -1 : 1),
      );
    return { ...frame.answer, rows };
  },
});

function bounceRate({ bouncedSessions, bounceKnownSessions }: WindowSums): number | null {
  return rateOf({ affected: bouncedSessions, knownSessions: bounceKnownSessions });
}
