import { askedDaySchema, LONGEST_WINDOW_DAYS } from '@clarity-keep/core';
import * as z from 'zod';

/** Which project a question is about. */
export const projectInput = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .describe('Id or name of a project; not needed when there is one only, or a default.');

/** What every question takes. Days are inclusive reporting days. */
export const windowInput = {
  project: projectInput,
  from: askedDaySchema.optional().describe('The first day, included.'),
  to: askedDaySchema.optional().describe('The last day, included.'),
  days: z
    .int()
    .min(1)
    .max(LONGEST_WINDOW_DAYS)
    .optional()
    .describe('The last so many days that ended; 7 when no days are given.'),
};

export type WindowInput = z.output<z.ZodObject<typeof windowInput>>;
