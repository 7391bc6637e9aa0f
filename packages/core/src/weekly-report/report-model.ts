import * as z from 'zod';
import { daySchema } from '../calendar/day-schema.ts';
import { isoWeekSchema } from '../calendar/week-schema.ts';
import { breakdowns } from '../segments/breakdown.ts';
import { browsersSchema, devicesSchema, referrersSchema, sourcesSchema } from './model/audience.ts';
import type { rateChangeSchema, refusals } from './model/figures.ts';
import { figureSchema, signalTotalsSchema } from './model/figures.ts';
import type {
  browserContrastSchema,
  deviceContrastSchema,
  pageSchema,
  pageVerdicts,
} from './model/pages.ts';
import {
  betterPageSchema,
  findingSchema,
  fixSchema,
  linksSchema,
  mutedPageSchema,
  pagesSchema,
} from './model/pages.ts';
import { count, coverageSchema, rate, signalSchema } from './model/values.ts';

export const headlineSchema = z.object({
  type: z.enum([
    'nothing-collected',
    'no-visits',
    'too-little-data',
    'quiet',
    /** A page got provably worse. */
    'worse',
    /** A page is provably more frustrating than the rest, as before. */
    'ongoing',
    /** Nothing is proven against any page, and something provably got better. */
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
  /** The name of its rule. */
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

/** A week of the trend. With fewer than five known days its numbers are null. */
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
    /** Null when it is true of all of them. */
    breakdown: z.enum(breakdowns).nullable(),
    days: z.array(daySchema),
    sentence: z.string(),
  }),
  z.object({ kind: z.literal('token'), sentence: z.string() }),
  z.object({ kind: z.literal('format'), names: z.array(z.string()), sentence: z.string() }),
]);

/** Sentences by a language model, made from this report alone and checked against its numbers. */
const wordsSchema = z.object({
  model: z.string(),
  summary: z.string().nullable(),
  advice: z.array(z.object({ page: z.string(), text: z.string() })),
});

/** Everything a weekly report says, and nothing about how it looks. Frozen as JSON when it is sent. */
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
  /** Of every verdict on a change, over all signals of a page together, e.g. 0.99. */
  changeConfidence: z.number(),
  totals: z.object({
    /** Days of the week whose weekday is complete in both weeks. Changes are measured on these. */
    comparedDays: z.array(daySchema),
    /** How many weeks the baseline is made of, 0..4. */
    baselineWeeks: count,
    /** The weekdays of the baseline, 0 or 5..7. Its counts are over those alone. */
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
  /** Null when not collected. */
  browsers: browsersSchema.nullable(),
  /** Null when the project's format has none. */
  referrers: referrersSchema.nullable(),
  sources: sourcesSchema.nullable(),
  missing: z.array(gapSchema),
  /** Null when no model is asked or none of its texts holds. */
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
