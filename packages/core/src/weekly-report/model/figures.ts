import * as z from 'zod';
import { count } from './values.ts';

/** Why two periods are not compared. */
export const refusals = ['too-few-days', 'too-few-sessions', 'unknown', 'from-zero'] as const;

/** How a share changed. Worse and better are proven with `changeConfidence`. */
const rateVerdicts = ['worse', 'better', 'no-clear-change'] as const;

/** Two shares and the interval of their difference (later minus earlier), all as fractions. */
export const rateChangeSchema = z.object({
  before: z.object({ affected: count, sessions: count, rate: z.number() }),
  after: z.object({ affected: count, sessions: count, rate: z.number() }),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(rateVerdicts),
});

const baselineSchema = z.object({
  /** Over the same weekdays of the four weeks before: an average for counts, pooled for rates. */
  value: z.number().nullable(),
  change: z.number().nullable(),
  refusal: z.enum(refusals).nullable(),
});

/**
 * A number of the week next to the week before, both over all known days. `change` is over the weekdays that are
 * complete in both weeks: percent of the week before for counts and seconds, percentage points for rates and
 * depths. It is null when refused, with the reason.
 */
export const figureSchema = z.object({
  thisWeek: z.number().nullable(),
  weekBefore: z.number().nullable(),
  change: z.number().nullable(),
  unit: z.enum(['percent', 'points']),
  refusal: z.enum(refusals).nullable(),
  baseline: baselineSchema,
});

export const signalTotalsSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  /** Affected sessions per session, 0..1. */
  rate: figureSchema,
  /** Compared with the week before; null when it is not compared. */
  proof: rateChangeSchema.nullable(),
});
