import * as z from 'zod';
import { daySchema } from '../../calendar/day-schema.ts';
import { isoWeekSchema } from '../../calendar/week-schema.ts';
import { figureSchema } from '../model/figures.ts';
import { linksSchema, pageVerdicts } from '../model/pages.ts';
import { count, signalSchema } from '../model/values.ts';
import { headlineSchema } from '../report-model.ts';

/** The page of a project with the highest proven impact. */
const topPageSchema = z.object({
  page: z.string(),
  label: z.string(),
  impact: z.number().positive(),
  verdict: z.enum(pageVerdicts),
  /** Its main signal. */
  signal: signalSchema.nullable(),
  links: linksSchema,
});

const digestProjectSchema = z.object({
  id: z.string(),
  name: z.string(),
  dashboard: z.string().nullable(),
  headline: headlineSchema.pick({ type: true, sentence: true }),
  sessions: figureSchema,
  /** Proven impact of the top pages, added up. */
  impact: z.number().nonnegative(),
  /** Top pages that got provably worse. */
  worsePages: count,
  /** Null when none has proven impact. */
  topPage: topPageSchema.nullable(),
  findings: z.object({ new: count, ongoing: count, resolved: count }),
  /** The gaps of its week, in sentences. */
  gaps: z.array(z.string()),
});

/** What one mail for all projects says about a week, and nothing about how it looks. */
export const digestSchema = z.object({
  kind: z.literal('digest'),
  version: z.literal(1),
  week: isoWeekSchema,
  days: z.object({ from: daySchema, to: daySchema }),
  headline: z.object({
    sentence: z.string(),
    /** The id of the project that it is about; null when it is about all of them. */
    project: z.string().nullable(),
  }),
  /** Worst first: those with a page that got worse before the others, each by impact. */
  projects: z.array(digestProjectSchema),
  /** Projects without any data for the week. */
  without: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type Digest = z.infer<typeof digestSchema>;
export type DigestProject = z.infer<typeof digestProjectSchema>;
