import * as z from 'zod';
import { daySchema } from '../../calendar/day-schema.ts';
import { count, coverageSchema, rate, signalSchema } from './values.ts';
import { rateChangeSchema } from './figures.ts';

const signalShareSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  rate,
  /** Two-sided 95% Wilson interval of the rate; null when the rate is unknown. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** What the signal adds to the page's impact. */
  impact: z.number().nonnegative(),
  /** Compared with the week before; null when it is not compared. */
  change: rateChangeSchema.nullable(),
});

export const linksSchema = z.object({
  recordings: z.string().nullable(),
  heatmap: z.string().nullable(),
});

/** How a page did compared with the week before. */
export const pageVerdicts = [
  'worse',
  'better',
  'no-clear-change',
  'new',
  'not-enough-data',
] as const;

/** Where a signal is provably more frequent than in all other sessions. */
const contrastShape = {
  signal: signalSchema,
  affected: count,
  sessions: count,
  rate: z.number(),
  /** Of all other sessions. */
  otherRate: z.number(),
  /** Interval of the difference. */
  low: z.number(),
  high: z.number(),
};

export const deviceContrastSchema = z.object({ device: z.string(), ...contrastShape });

export const browserContrastSchema = z.object({ browser: z.string(), ...contrastShape });

export const pageSchema = z.object({
  rank: count,
  /** As stored. Visitors choose it. */
  page: z.string(),
  /** For people: without the site's own host, shortened, free of control characters. */
  label: z.string(),
  sessions: count,
  /** On the compared days of the week before; null when nothing is compared. */
  sessionsBefore: count.nullable(),
  impact: z.number().nonnegative(),
  signals: z.record(signalSchema, signalShareSchema),
  verdict: z.enum(pageVerdicts),
  /** The signal behind the verdict, or else the one with the most impact; null without either. */
  mainSignal: signalSchema.nullable(),
  /** The device whose sessions carry the excess of a signal on this page; null when none provably does. */
  contrast: deviceContrastSchema.nullable(),
  /** The day of this week on which the main signal got worse; null when no day stands out. */
  since: daySchema.nullable(),
  /** How the main signal got worse, as in the headline; null for a page that did not. */
  worsening: z
    .object({
      /** Null for all devices. */
      device: z.string().nullable(),
      /** From before `since` to since then, or else from the week before to this one. */
      change: rateChangeSchema,
    })
    .nullable()
    .default(null),
  /** Weeks in a row, including this one, with proven impact by its strongest signal; 0 without any. */
  weeks: count,
  scrollDepth: z.number().nullable(),
  activeSeconds: z.number().nullable(),
  links: linksSchema,
});

export const pagesSchema = z.object({
  coverage: coverageSchema,
  /** The days of the week on which page changes are measured. */
  comparedDays: z.array(daySchema),
  /** The highest impact first; pages without proven impact by their sessions. Muted pages are left out. */
  top: z.array(pageSchema),
  /** Pages with enough sessions to be judged. */
  judged: count,
  /** Pages with sessions, but fewer than `minSessions`. */
  setApart: count,
  minSessions: count,
  /** Affected sessions per session over all pages: what a page is compared with. */
  siteRates: z.record(signalSchema, rate),
  weights: z.record(signalSchema, z.number()),
});

/** A page with a signal that provably fell since the week before. */
export const betterPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  change: rateChangeSchema,
  links: linksSchema,
});

/** A signal of a page over weeks. resolved: proven in the last known week and provably better now. */
export const findingSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  status: z.enum(['new', 'ongoing', 'resolved']),
  /** Known weeks in a row with it: up to this week for new (1) and ongoing, up to the one before for resolved. */
  weeks: count,
  rate,
});

export const mutedPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  reason: z.string(),
  /** The last day of the mute; null when it has no end. */
  until: daySchema.nullable(),
  /** Whether it would be among the top pages with proven impact. */
  isStillFrustrating: z.boolean(),
});

/** Whether a fix of a page worked. The day of the fix is left out. */
export const fixSchema = z.object({
  page: z.string(),
  label: z.string(),
  day: daySchema,
  /** What its author wrote. */
  text: z.string(),
  /** The compared days on either side: complete ones only. */
  daysBefore: count,
  daysAfter: count,
  /** too-early: fewer than three complete days, or too few sessions, after it. */
  verdict: z.enum(['worked', 'made-worse', 'no-clear-change', 'too-early', 'not-enough-data']),
  /** The signal behind the verdict: the one that changed most. Null when nothing is compared. */
  signal: signalSchema.nullable(),
  change: rateChangeSchema.nullable(),
  sentence: z.string(),
});
