import * as z from 'zod';
import { answerSchema } from '../asking/answer-schema.ts';
import { findPage, pageInput } from '../asking/find-page.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { FACTS_OF_ROW } from '../work/work-limits.ts';
import { dailyRows, dailyRowSchema } from '../rows/daily-rows.ts';

/** How does it go from day to day, on the whole site or on one page? */
export const trendsDaily = defineQuestion({
  summary:
    'How do numbers develop day by day, for the site or one page? A missing day is unknown, not zero.',
  example: { days: 28 },
  input: z.strictObject({ ...windowInput, page: pageInput.optional() }).prefault({}),
  output: answerSchema(dailyRowSchema),
  async ask(context, input) {
    const frame = frameQuestion(context, input, input.page === undefined ? 'total' : 'page');
    const { days } = frame.answer.window;
    await context.work.begin(days * FACTS_OF_ROW, { days });
    const page =
      input.page === undefined
        ? undefined
        : findPage(context, { projectId: frame.answer.project, asked: input.page });
    return { ...frame.answer, rows: dailyRows(context, frame, page) };
  },
});
