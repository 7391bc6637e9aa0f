import { askedDaySchema, LONGEST_WINDOW_DAYS } from '@clarity-keep/core';
import * as z from 'zod';

/** Which project a question is about. */
export const projectInput = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .describe('Project ID or name; needed only when there are several.');

/** What every question takes. Days are inclusive reporting days. */
export const windowInput = {
  project: projectInput,
  from: askedDaySchema.optional().describe('First day, inclusive.'),
  to: askedDaySchema.optional().describe('Last day, inclusive.'),
  days: z
    .int()
    .min(1)
    .max(LONGEST_WINDOW_DAYS)
    .optional()
    .describe('That many complete days up to the last; 7 when no days are given.'),
};

export type WindowInput = z.output<z.ZodObject<typeof windowInput>>;
