import * as z from 'zod';
import { count, coverageSchema, rate } from './values.ts';
import { browserContrastSchema } from './pages.ts';

export const devicesSchema = z.object({
  coverage: coverageSchema,
  rows: z.array(
    z.object({
      device: z.string(),
      sessions: count,
      scrollDepth: z.number().nullable(),
      enoughData: z.boolean(),
    }),
  ),
});

export const referrersSchema = z.object({
  coverage: coverageSchema,
  /** Whether this project's format tells bounces. */
  bouncesKnown: z.boolean(),
  /** By bounce rate where it is known, by sessions otherwise. */
  rows: z.array(
    z.object({
      referrer: z.string(),
      label: z.string(),
      sessions: count,
      bounced: count.nullable(),
      bounceRate: rate,
    }),
  ),
  /** Referrers with fewer sessions than `minSessions`. */
  setApart: count,
  minSessions: count,
});

export const sourcesSchema = z.object({
  coverage: coverageSchema,
  rows: z.array(
    z.object({
      source: z.string(),
      medium: z.string(),
      label: z.string(),
      sessions: count,
      quickbackRate: z.number().nonnegative(),
    }),
  ),
  setApart: count,
  minSessions: count,
});

/** A browser on the whole site that a signal sticks to. The API does not tell pages by browser in this plan. */
export const browsersSchema = z.object({
  coverage: coverageSchema,
  contrasts: z.array(browserContrastSchema),
});
