import { rateOf } from '@clarity-keep/core';
import * as z from 'zod';
import { answerSchema } from './question/answer-schema.ts';
import { frameQuestion } from './question/frame-question.ts';
import { defineQuestion } from './question/question.ts';
import { windowInput } from './question/window-input.ts';
import { readWindowSums } from './work/read-window-sums.ts';

/** Which traffic turns back at once? Highest quick back rate first. */
export const sourcesQuickbackRate = defineQuestion({
  summary: 'Which traffic turns back at once? Highest quick back rate first.',
  example: { days: 28 },
  input: z.strictObject(windowInput).prefault({}),
  output: answerSchema(
    z.object({
      source: z.string().describe('Empty where the visit carries none.'),
      medium: z.string(),
      sessions: z.int(),
      quickbackRate: z
        .number()
        .nullable()
        .describe('Sessions with a quick back per session, 0..1.'),
    }),
  ),
  async ask(context, input) {
    const frame = frameQuestion(context, input, 'source_medium');
    const rows = (await readWindowSums(context, frame))
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
