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
  /** Whether this project's format has bounces. */
  bouncesKnown: z.boolean(),
  /** By bounce rate where it is known, otherwise by sessions. */
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

/** Browsers that a signal sticks to across the site. Pages are not collected by browser. */
export const browsersSchema = z.object({
  coverage: coverageSchema,
  contrasts: z.array(browserContrastSchema),
});
