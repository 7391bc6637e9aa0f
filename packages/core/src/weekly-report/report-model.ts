import * as z from 'zod';
import { daySchema } from '../calendar/day.ts';
import { isoWeekSchema } from '../calendar/iso-week.ts';
import { signals } from '../frustration/signals.ts';
import { breakdowns } from '../segments/breakdown.ts';

const count = z.int().nonnegative();
const rate = z.number().nonnegative().nullable();

const coverageSchema = z.object({
  complete: z.array(daySchema),
  estimated: z.array(daySchema),
  truncated: z.array(daySchema),
  missing: z.array(daySchema),
});

/** Why two weeks are not compared. */
export const refusals = ['too-few-days', 'too-few-sessions', 'unknown', 'from-zero'] as const;

/**
 * A number of the week next to the week before, both over all days that are known. `change` is over
 * the weekdays that are complete in both weeks: percent of the week before for counts and seconds,
 * percentage points for rates and depths. Null is refused, with the reason.
 */
const figureSchema = z.object({
  thisWeek: z.number().nullable(),
  weekBefore: z.number().nullable(),
  change: z.number().nullable(),
  unit: z.enum(['percent', 'points']),
  refusal: z.enum(refusals).nullable(),
});

const signalTotalsSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  /** Affected sessions per session, 0..1. */
  rate: figureSchema,
});

const signalShareSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  rate,
  /** What the signal adds to the page's impact. */
  impact: z.number().nonnegative(),
});

const linksSchema = z.object({ recordings: z.string().nullable(), heatmap: z.string().nullable() });

const pageSchema = z.object({
  rank: count,
  /** As stored: what visitors made of it. */
  page: z.string(),
  /** For people: without the site's own host, shortened, free of control characters. */
  label: z.string(),
  sessions: count,
  impact: z.number().nonnegative(),
  signals: z.record(z.enum(signals), signalShareSchema),
  scrollDepth: z.number().nullable(),
  activeSeconds: z.number().nullable(),
  links: linksSchema,
});

const pagesSchema = z.object({
  coverage: coverageSchema,
  /** The highest impact first; a page without proven impact ranks by its sessions. */
  top: z.array(pageSchema),
  /** Pages with enough sessions to be judged. */
  judged: count,
  /** Pages with sessions, but fewer than `minSessions`. */
  setApart: count,
  minSessions: count,
  /** Affected over sessions of all pages: what a page is held against. */
  siteRates: z.record(z.enum(signals), rate),
});

const devicesSchema = z.object({
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

const referrersSchema = z.object({
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

const sourcesSchema = z.object({
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

const headlineSchema = z.object({
  type: z.enum(['nothing-collected', 'no-visits', 'too-little-data', 'quiet', 'finding']),
  sentence: z.string(),
});

/** Everything one weekly report says, and nothing about how it looks. Frozen as JSON when it is sent. */
export const weeklyReportSchema = z.object({
  version: z.literal(1),
  project: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    dashboard: z.string().nullable(),
  }),
  week: isoWeekSchema,
  days: z.object({ from: daySchema, to: daySchema }),
  /** Of the site's totals. */
  coverage: z.object({ week: coverageSchema, weekBefore: coverageSchema }),
  headline: headlineSchema,
  totals: z.object({
    /** Days of the week whose weekday is complete in both weeks: the ones that changes are over. */
    comparedDays: z.array(daySchema),
    sessions: figureSchema,
    botSessions: figureSchema,
    signals: z.record(z.enum(signals), signalTotalsSchema),
    /** Percent, 0..100. */
    scrollDepth: figureSchema,
    activeSeconds: figureSchema,
  }),
  pages: pagesSchema,
  devices: devicesSchema,
  /** Null when the project's format has none. */
  referrers: referrersSchema.nullable(),
  sources: sourcesSchema.nullable(),
  missing: z.array(
    z.object({
      state: z.enum(['missing', 'truncated', 'estimated']),
      /** Null for all of them. */
      breakdown: z.enum(breakdowns).nullable(),
      days: z.array(daySchema),
      sentence: z.string(),
    }),
  ),
});

export type WeeklyReport = z.infer<typeof weeklyReportSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Refusal = (typeof refusals)[number];
export type Headline = z.infer<typeof headlineSchema>;
export type ReportedPage = z.infer<typeof pageSchema>;
export type Gap = WeeklyReport['missing'][number];
