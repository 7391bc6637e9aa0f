import { impactDefinition, rankings, rankPages } from '@clarity-keep/core';
import * as z from 'zod';
import { answerSchema } from '../asking/answer-schema.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { pageRow, pageRowSchema, readPages } from '../rows/page-rows.ts';

/**
 * Which pages frustrate visitors most? Ranked pages first, then those without enough data; `limit`
 * counts both.
 */
export const pagesFrustration = defineQuestion({
  summary:
    'Which pages frustrate visitors most? Pages without known signals, and with too few sessions to judge, come last, without a rank.',
  example: { days: 7, limit: 5 },
  input: z
    .strictObject({
      ...windowInput,
      rank: z
        .enum(rankings)
        .default('impact')
        .describe(
          `impact: ${impactDefinition}. rate: affected sessions per session. signals: rage and dead clicks.`,
        ),
      limit: z.int().min(1).max(1000).default(10).describe('Maximum number of rows.'),
      minSessions: z
        .int()
        .min(0)
        .optional()
        .describe('Pages with fewer sessions are not ranked; default 30.'),
    })
    .prefault({}),
  output: answerSchema(pageRowSchema),
  async ask(context, input) {
    const frame = frameQuestion(context, input, 'page');
    const ordered = rankPages({
      pages: await readPages(context, frame),
      ranking: input.rank,
      minSessions: input.minSessions,
      weights: frame.weights,
    });
    const rows = ordered.slice(0, input.limit).map((ranked) => pageRow(frame, ranked));
    return { ...frame.answer, rows };
  },
});
