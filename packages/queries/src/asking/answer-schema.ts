import { dayStates, daySchema } from '@clarity-keep/core';
import * as z from 'zod';

const daysSchema = z.array(daySchema);

export const dayStateSchema = z.enum(dayStates);

/** What every answer holds beside its rows. */
const frameShape = {
  project: z.string(),
  window: z.object({ from: daySchema, to: daySchema, days: z.int(), timeZone: z.string() }),
  coverage: z
    .object({
      complete: daysSchema,
      estimated: daysSchema.describe(
        'Made of rounded numbers or of a window that is not quite the day.',
      ),
      truncated: daysSchema.describe('Lists that Clarity cut at 1,000 rows.'),
      missing: daysSchema,
    })
    .describe('What is known of the days of the window: each is in exactly one of these.'),
};

/** An answer with rows of this kind, and what else this question answers. */
export function answerSchema<Row extends z.ZodType, More extends z.ZodRawShape = {}>(
  row: Row,
  more?: More,
) {
  return z.object({ ...frameShape, ...(more ?? ({} as More)), rows: z.array(row) });
}
