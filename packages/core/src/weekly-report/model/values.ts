import * as z from 'zod';
import { signals } from '../../segments/signals.ts';
import { daySchema } from '../../calendar/day-schema.ts';

export const count = z.int().nonnegative();

export const rate = z.number().nonnegative().nullable();

export const signalSchema = z.enum(signals);

export const coverageSchema = z.object({
  complete: z.array(daySchema),
  estimated: z.array(daySchema),
  truncated: z.array(daySchema),
  missing: z.array(daySchema),
});
