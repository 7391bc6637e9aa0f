import { dayStates, daySchema } from '@clarity-keep/core';
import * as z from 'zod';

const daysSchema = z.array(daySchema);

export const dayStateSchema = z.enum(dayStates);

/** State of each day of a window. */
export const coverageSchema = z
  .object({
    complete: daysSchema,
    estimated: daysSchema.describe(
      'Worked out from rounded numbers, or from a window that does not match the day.',
    ),
    truncated: daysSchema.describe('Cut off by Clarity at 1,000 rows.'),
    missing: daysSchema,
  })
  .describe('State of each day of the window; every day is in exactly one list.');

/** What every answer holds beside its rows. */
const frameShape = {
  project: z.string(),
  window: z.object({ from: daySchema, to: daySchema, days: z.int(), timeZone: z.string() }),
  coverage: coverageSchema,
};

/** An answer with rows of this kind, and what else this question answers. */
export function answerSchema<Row extends z.ZodType, More extends z.ZodRawShape = {}>(
  row: Row,
  more?: More,
) {
  return z.object({ ...frameShape, ...(more ?? ({} as More)), rows: z.array(row) });
}
