import * as z from 'zod';
import { daySchema } from '../../calendar/day-schema.ts';
import { count, coverageSchema, rate, signalSchema } from './values.ts';
import { rateChangeSchema } from './figures.ts';

const signalShareSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  rate,
  /** Two-sided 95 % Wilson interval of the rate; null when the rate is unknown. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** What the signal adds to the page's impact. */
  impact: z.number().nonnegative(),
  /** Against the week before; null when it is not compared. */
  change: rateChangeSchema.nullable(),
});

export const linksSchema = z.object({
  recordings: z.string().nullable(),
  heatmap: z.string().nullable(),
});

/** What is said of a page against the week before. */
export const pageVerdicts = [
  'worse',
  'better',
  'no-clear-change',
  'new',
  'not-enough-data',
] as const;

/** Where a signal is provably more frequent than in the rest of the sessions. */
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
  /** As stored: what visitors made of it. */
  page: z.string(),
  /** For people: without the site's own host, shortened, free of control characters. */
  label: z.string(),
  sessions: count,
  /** Of the compared days of the week before; null when nothing was. */
  sessionsBefore: count.nullable(),
  impact: z.number().nonnegative(),
  signals: z.record(signalSchema, signalShareSchema),
  verdict: z.enum(pageVerdicts),
  /** The signal that the verdict is of, or else the one with most impact; null without either. */
  mainSignal: signalSchema.nullable(),
  /** The device whose sessions carry the excess of a signal on this page; null when none provably does. */
  contrast: deviceContrastSchema.nullable(),
  /** The day of this week since when the main signal has been worse; null when no day stands out. */
  since: daySchema.nullable(),
  /** How the main signal got worse, told as the headline does; null for a page that did not. */
  worsening: z
    .object({
      /** Null for all devices. */
      device: z.string().nullable(),
      /** From before `since` to since it, or else from the week before to this one. */
      change: rateChangeSchema,
    })
    .nullable()
    .default(null),
  /** Weeks in a row, this one included, with proven impact by the signal that has most; 0 without any. */
  weeks: count,
  scrollDepth: z.number().nullable(),
  activeSeconds: z.number().nullable(),
  links: linksSchema,
});

export const pagesSchema = z.object({
  coverage: coverageSchema,
  /** Days of the week that changes of pages are over. */
  comparedDays: z.array(daySchema),
  /** The highest impact first; a page without proven impact ranks by its sessions. Muted ones are left out. */
  top: z.array(pageSchema),
  /** Pages with enough sessions to be judged. */
  judged: count,
  /** Pages with sessions, but fewer than `minSessions`. */
  setApart: count,
  minSessions: count,
  /** Affected over sessions of all pages: what a page is held against. */
  siteRates: z.record(signalSchema, rate),
  weights: z.record(signalSchema, z.number()),
});

/** A page with a signal that provably fell against the week before. */
export const betterPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  change: rateChangeSchema,
  links: linksSchema,
});

/** A signal of a page over weeks. resolved: proven in the last known week, and provably better now. */
export const findingSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  status: z.enum(['new', 'ongoing', 'resolved']),
  /** Known weeks in a row with it: this one included for new (1) and ongoing, before this one for resolved. */
  weeks: count,
  rate,
});

export const mutedPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  reason: z.string(),
  /** The last day of the mute; null for no end. */
  until: daySchema.nullable(),
  /** Whether it would be among the top pages with proven impact. */
  isStillFrustrating: z.boolean(),
});

/** Whether something that was done to a page worked, the day it was done left out. */
export const fixSchema = z.object({
  page: z.string(),
  label: z.string(),
  day: daySchema,
  /** What its author wrote. */
  text: z.string(),
  /** Days on either side of it that are compared: complete ones only. */
  daysBefore: count,
  daysAfter: count,
  /** too-early: fewer than three complete days, or too few sessions, after it. */
  verdict: z.enum(['worked', 'made-worse', 'no-clear-change', 'too-early', 'not-enough-data']),
  /** The signal that the verdict is of: the one that changed most. Null when nothing is compared. */
  signal: signalSchema.nullable(),
  change: rateChangeSchema.nullable(),
  sentence: z.string(),
});
