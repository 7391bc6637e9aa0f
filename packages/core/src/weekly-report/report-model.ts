import * as z from 'zod';
import { daySchema } from '../calendar/day.ts';
import { isoWeekSchema } from '../calendar/iso-week.ts';
import { signals } from '../frustration/signals.ts';
import { breakdowns } from '../segments/breakdown.ts';

const count = z.int().nonnegative();
const rate = z.number().nonnegative().nullable();
export const signalSchema = z.enum(signals);

const coverageSchema = z.object({
  complete: z.array(daySchema),
  estimated: z.array(daySchema),
  truncated: z.array(daySchema),
  missing: z.array(daySchema),
});

/** Why two times are not compared. */
export const refusals = ['too-few-days', 'too-few-sessions', 'unknown', 'from-zero'] as const;

/** How a share changed: proven at the confidence of `changeConfidence`, or not. */
const rateVerdicts = ['worse', 'better', 'no-clear-change'] as const;

/** Two shares and the interval of their difference (later minus earlier), all as fractions. */
const rateChangeSchema = z.object({
  before: z.object({ affected: count, sessions: count, rate: z.number() }),
  after: z.object({ affected: count, sessions: count, rate: z.number() }),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(rateVerdicts),
});

const baselineSchema = z.object({
  /** Of the same weekdays in the four weeks before, on average for counts, pooled for rates. */
  value: z.number().nullable(),
  change: z.number().nullable(),
  refusal: z.enum(refusals).nullable(),
});

/**
 * A number of the week next to the week before, both over all days that are known. `change` is over
 * the weekdays that are complete in both weeks: percent of the week before for counts and seconds,
 * percentage points for rates and depths. Null is refused, with the reason.
 */
export const figureSchema = z.object({
  thisWeek: z.number().nullable(),
  weekBefore: z.number().nullable(),
  change: z.number().nullable(),
  unit: z.enum(['percent', 'points']),
  refusal: z.enum(refusals).nullable(),
  baseline: baselineSchema,
});

const signalTotalsSchema = z.object({
  events: count.nullable(),
  affected: count.nullable(),
  /** Affected sessions per session, 0..1. */
  rate: figureSchema,
  /** Against the week before; null when it is not compared. */
  proof: rateChangeSchema.nullable(),
});

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

const deviceContrastSchema = z.object({ device: z.string(), ...contrastShape });
const browserContrastSchema = z.object({ browser: z.string(), ...contrastShape });

const pageSchema = z.object({
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

const pagesSchema = z.object({
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
const betterPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  change: rateChangeSchema,
  links: linksSchema,
});

/** A signal of a page over weeks. resolved: proven in the last known week, and provably better now. */
const findingSchema = z.object({
  page: z.string(),
  label: z.string(),
  signal: signalSchema,
  status: z.enum(['new', 'ongoing', 'resolved']),
  /** Known weeks in a row with it: this one included for new (1) and ongoing, before this one for resolved. */
  weeks: count,
  rate,
});

const mutedPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  reason: z.string(),
  /** The last day of the mute; null for no end. */
  until: daySchema.nullable(),
  /** Whether it would be among the top pages with proven impact. */
  isStillFrustrating: z.boolean(),
});

/** Whether something that was done to a page worked, the day it was done left out. */
const fixSchema = z.object({
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

/** A browser on the whole site that a signal sticks to. The API does not tell pages by browser in this plan. */
const browsersSchema = z.object({
  coverage: coverageSchema,
  contrasts: z.array(browserContrastSchema),
});

export const headlineSchema = z.object({
  type: z.enum([
    'nothing-collected',
    'no-visits',
    'too-little-data',
    'quiet',
    /** A page got provably worse. */
    'worse',
    /** A page frustrates provably more than others, as before. */
    'ongoing',
    /** Nothing is proven against any page, and something got provably better. */
    'better',
  ]),
  sentence: z.string(),
  /** What it is about. */
  page: z.string().nullable(),
  signal: signalSchema.nullable(),
  device: z.string().nullable(),
});

/** One thing to do. Every number in its sentences is one of the report's. */
const recommendationSchema = z.object({
  /** Of the rule that gave it. */
  rule: z.string(),
  page: z.string().nullable(),
  label: z.string().nullable(),
  title: z.string(),
  evidence: z.array(z.string()),
  likelyCauses: z.array(z.string()),
  checkFirst: z.string(),
  links: linksSchema,
  verify: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  effort: z.enum(['small', 'medium', 'large']),
});

/** A week of the trend. One with fewer than five known days is a hole: null. */
const trendWeekSchema = z.object({
  week: isoWeekSchema,
  knownDays: count,
  sessions: count.nullable(),
  rates: z.record(signalSchema, rate),
});

const gapSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('days'),
    state: z.enum(['missing', 'truncated', 'estimated']),
    /** Null for all of them. */
    breakdown: z.enum(breakdowns).nullable(),
    days: z.array(daySchema),
    sentence: z.string(),
  }),
  z.object({ kind: z.literal('token'), sentence: z.string() }),
  z.object({ kind: z.literal('format'), names: z.array(z.string()), sentence: z.string() }),
]);

/** Sentences by a language model, made from this report alone and held to its numbers. */
const wordsSchema = z.object({
  model: z.string(),
  summary: z.string().nullable(),
  advice: z.array(z.object({ page: z.string(), text: z.string() })),
});

/** Everything one weekly report says, and nothing about how it looks. Frozen as JSON when it is sent. */
export const weeklyReportSchema = z.object({
  version: z.literal(2),
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
  /** Of every verdict against another time, over all signals of a page together, e.g. 0.99. */
  changeConfidence: z.number(),
  totals: z.object({
    /** Days of the week whose weekday is complete in both weeks: the ones that changes are over. */
    comparedDays: z.array(daySchema),
    /** Weeks before this one that the baseline is made of, 0..4. */
    baselineWeeks: count,
    /** Weekdays that it is over, 0 or 5..7: its counts are of those alone. */
    baselineDays: count,
    sessions: figureSchema,
    botSessions: figureSchema,
    signals: z.record(signalSchema, signalTotalsSchema),
    /** Percent, 0..100. */
    scrollDepth: figureSchema,
    activeSeconds: figureSchema,
  }),
  /** Eight weeks, oldest first, this one last. */
  trend: z.array(trendWeekSchema),
  pages: pagesSchema,
  better: z.array(betterPageSchema),
  findings: z.array(findingSchema),
  muted: z.array(mutedPageSchema),
  fixes: z.array(fixSchema),
  recommendations: z.array(recommendationSchema),
  devices: devicesSchema,
  /** Null when this is not collected. */
  browsers: browsersSchema.nullable(),
  /** Null when the project's format has none. */
  referrers: referrersSchema.nullable(),
  sources: sourcesSchema.nullable(),
  missing: z.array(gapSchema),
  /** Null when no model is asked, or its text did not hold. */
  words: wordsSchema.nullable(),
});

export type WeeklyReport = z.infer<typeof weeklyReportSchema>;
export type BetterPage = z.infer<typeof betterPageSchema>;
export type BrowserContrast = z.infer<typeof browserContrastSchema>;
export type DeviceContrast = z.infer<typeof deviceContrastSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Fix = z.infer<typeof fixSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type Headline = z.infer<typeof headlineSchema>;
export type MutedPage = z.infer<typeof mutedPageSchema>;
export type PageVerdict = (typeof pageVerdicts)[number];
export type RateChange = z.infer<typeof rateChangeSchema>;
export type Recommendation = z.infer<typeof recommendationSchema>;
export type Refusal = (typeof refusals)[number];
export type ReportedPage = z.infer<typeof pageSchema>;
export type ReportWords = z.infer<typeof wordsSchema>;
export type TrendWeek = z.infer<typeof trendWeekSchema>;
