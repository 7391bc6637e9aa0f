import type { DayState } from '@clarity-keep/core';
import { capitalised, daySchema, dayStateMeaning, dayStates } from '@clarity-keep/core';
import * as z from 'zod';

const daysSchema = z.array(daySchema);

export const dayStateSchema = z.enum(dayStates);

function daysIn(state: DayState) {
  return daysSchema.describe(`${capitalised(dayStateMeaning(state))}.`);
}

/** State of each day of a window. */
export const coverageSchema = z
  .object({
    complete: daysIn('complete'),
    estimated: daysIn('estimated'),
    truncated: daysIn('truncated'),
    missing: daysIn('missing'),
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
