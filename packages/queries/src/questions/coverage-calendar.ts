import type { Breakdown } from '@clarity-keep/core';
import { breakdowns, daysBetween, daySchema } from '@clarity-keep/core';
import { coveredBreakdowns, loadCoverage } from '@clarity-keep/db';
import * as z from 'zod';
import { answerSchema, dayStateSchema } from '../asking/answer-schema.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { FACTS_OF_ROW } from '../work/work-limits.ts';

/**
 * What is known of which day? One row per day and breakdown, for the breakdowns of which anything is
 * known. The coverage beside the rows is that of the totals.
 */
export const coverageCalendar = defineQuestion({
  summary: 'Which days have data? One row per day and breakdown, for breakdowns with any data.',
  example: { days: 28 },
  input: z.strictObject(windowInput).prefault({}),
  output: answerSchema(
    z.object({
      day: daySchema,
      breakdown: z.enum(breakdowns),
      state: dayStateSchema,
      hours: z
        .number()
        .nullable()
        .describe('Hours of the day that were collected, of 24 at most; null when it is missing.'),
    }),
  ),
  async ask(context, input) {
    const { answer, range } = frameQuestion(context, input, 'total');
    const known = coveredBreakdowns(context.db, answer.project);
    const shown: Breakdown[] = known.length === 0 ? ['total'] : known;
    const { days } = answer.window;
    await context.work.begin(days * shown.length * FACTS_OF_ROW, { days });
    const covered = new Map(
      loadCoverage(context.db, range).map((one) => [`${one.day} ${one.breakdown}`, one]),
    );
    await context.work.pause();
    const rows = daysBetween(range.from, range.to).flatMap((day) =>
      shown.map((breakdown) => {
        const found = covered.get(`${day} ${breakdown}`);
        return {
          day,
          breakdown,
          state: found?.state ?? ('missing' as const),
          hours: found === undefined ? null : hoursOf(found.overlapSeconds),
        };
      }),
    );
    return { ...answer, rows };
  },
});

/** With one decimal. */
function hoursOf(seconds: number): number {
  return Math.round(seconds / 360) / 10;
}
