import { rankings, rankPages } from '@clarity-keep/core';
import * as z from 'zod';
import { answerSchema } from './question/answer-schema.ts';
import { frameQuestion } from './question/frame-question.ts';
import { defineQuestion } from './question/question.ts';
import { windowInput } from './question/window-input.ts';
import { loadPages, pageRow, pageRowSchema } from './rows/page-rows.ts';

/**
 * Which pages frustrate people most? Ranked pages first, then those without enough data; `limit`
 * counts both.
 */
export const pagesFrustration = defineQuestion({
  input: z
    .strictObject({
      ...windowInput,
      rank: z.enum(rankings).default('impact'),
      limit: z.int().min(1).max(1000).default(10),
      /** Pages with fewer sessions are set apart. */
      minSessions: z.int().min(0).optional(),
    })
    .prefault({}),
  output: answerSchema(pageRowSchema),
  ask(context, input) {
    const frame = frameQuestion(context, input, 'page');
    const ordered = rankPages({
      pages: loadPages(context, frame),
      ranking: input.rank,
      minSessions: input.minSessions,
      weights: frame.weights,
    });
    const { project } = frame.answer;
    const rows = ordered.slice(0, input.limit).map((ranked) => pageRow(project, ranked));
    return { ...frame.answer, rows };
  },
});
