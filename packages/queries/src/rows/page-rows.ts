import type { RankedPage, WindowSums } from '@clarity-keep/core';
import { mean, pageLinks } from '@clarity-keep/core';
import { loadWindowSums } from '@clarity-keep/db';
import * as z from 'zod';
import type { QuestionFrame } from '../question/frame-question.ts';
import type { QuestionContext } from '../question/question.ts';
import { signalCounts, signalCountsSchema } from './signal-counts.ts';

export const pageRowSchema = z.object({
  /** 1 for the first; null for a page set apart for want of data. */
  rank: z.int().nullable(),
  page: z.string(),
  sessions: z.int(),
  signals: signalCountsSchema,
  /** Weighted affected sessions beyond the site's own rate; null without enough data. */
  impact: z.number().nullable(),
  enoughData: z.boolean(),
  /** Percent 0..100. */
  scrollDepth: z.number().nullable(),
  activeSeconds: z.number().nullable(),
  /** Into Clarity's web app; null when the project's id is not one of Clarity's. */
  links: z.object({ recordings: z.string().nullable(), heatmap: z.string().nullable() }),
});

type PageRow = z.output<typeof pageRowSchema>;

/** All pages of the window. */
export function loadPages(
  { db }: QuestionContext,
  { range }: QuestionFrame,
): { page: string; sums: WindowSums }[] {
  return loadWindowSums(db, range).map(({ values, sums }) => ({ page: values.page ?? '', sums }));
}

export function pageRow(project: string, ranked: RankedPage): PageRow {
  const { rank, page, sums, impact, enoughData } = ranked;
  return {
    rank,
    page,
    sessions: sums.sessions,
    signals: signalCounts(sums),
    impact,
    enoughData,
    scrollDepth: mean(sums.scrollDepth),
    activeSeconds: mean(sums.activeSeconds),
    links: pageLinks(project, page),
  };
}
