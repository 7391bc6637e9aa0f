import { mean } from '@clarity-keep/core';
import * as z from 'zod';
import { answerSchema } from '../asking/answer-schema.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { readWindowSums } from '../work/read-window-sums.ts';

/** How far do people scroll, per device? Most used device first. */
export const devicesScrollDepth = defineQuestion({
  summary:
    'How far do people scroll on each device? Percent of the page, averaged over sessions; most used device first.',
  example: { days: 7 },
  input: z.strictObject(windowInput).prefault({}),
  output: answerSchema(
    z.object({
      device: z.string(),
      sessions: z.int(),
      scrollDepth: z.number().nullable().describe('Percent 0..100, averaged over sessions.'),
    }),
  ),
  async ask(context, input) {
    const frame = frameQuestion(context, input, 'device');
    const rows = (await readWindowSums(context, frame))
      .filter(({ sums }) => sums.sessions > 0)
      .map(({ values, sums }) => ({
        device: values.device ?? '',
        sessions: sums.sessions,
        scrollDepth: mean(sums.scrollDepth),
      }))
      .toSorted((a, b) => b.sessions - a.sessions || (a.device < b.device ? -1 : 1));
    return { ...frame.answer, rows };
  },
});
