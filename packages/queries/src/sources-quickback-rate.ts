import { rateOf } from '@clarity-keep/core';
import { loadWindowSums } from '@clarity-keep/db';
import * as z from 'zod';
import { answerSchema } from './question/answer-schema.ts';
import { frameQuestion } from './question/frame-question.ts';
import { defineQuestion } from './question/question.ts';
import { windowInput } from './question/window-input.ts';

/** Which traffic turns back at once? Highest quick-back rate first. */
export const sourcesQuickbackRate = defineQuestion({
  input: z.strictObject(windowInput).prefault({}),
  output: answerSchema(
    z.object({
      /** Empty text where the visit carries none. */
      source: z.string(),
      medium: z.string(),
      sessions: z.int(),
      /** Sessions with a quick-back per session, 0..1. */
      quickbackRate: z.number().nullable(),
    }),
  ),
  ask(context, input) {
    const frame = frameQuestion(context, input, 'source_medium');
    const rows = loadWindowSums(context.db, frame.range)
      .filter(({ sums }) => sums.sessions > 0)
      .map(({ values, sums }) => ({
        source: values.source ?? '',
        medium: values.medium ?? '',
        sessions: sums.sessions,
        quickbackRate: rateOf(sums.signals.quickbackClicks),
      }))
      .toSorted(
        (a, b) =>
          (b.quickbackRate ?? -1) - (a.quickbackRate ?? -1) ||
          b.sessions - a.sessions ||
          (`${a.source}\n${a.medium}` < `${b.source}\n${b.medium}` ? -1 : 1),
      );
    return { ...frame.answer, rows };
  },
});
