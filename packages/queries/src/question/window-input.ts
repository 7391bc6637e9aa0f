import { daySchema } from '@clarity-keep/core';
import * as z from 'zod';

/** Days that one question may span. */
export const LONGEST_WINDOW_DAYS = 3660;

/** What every question takes. Days are inclusive reporting days. */
export const windowInput = {
  project: z.string().min(1).max(100).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** The last so many days that ended. */
  days: z.int().min(1).max(LONGEST_WINDOW_DAYS).optional(),
};

export type WindowInput = z.output<z.ZodObject<typeof windowInput>>;
