import type { RankedPage, WindowSums } from '@clarity-keep/core';
import { mean, pageLinks } from '@clarity-keep/core';
import * as z from 'zod';
import type { QuestionFrame } from '../asking/frame-question.ts';
import type { AskContext } from '../asking/question.ts';
import { readWindowSums } from '../work/read-window-sums.ts';
import { signalCounts, signalCountsSchema } from './signal-counts.ts';

export const pageRowSchema = z.object({
  rank: z
    .int()
    .nullable()
    .describe(
      '1 for the first; null for a page with too few sessions to judge, or without known signals.',
    ),
  page: z.string(),
  sessions: z.int(),
  signals: signalCountsSchema,
  impact: z
    .number()
    .nullable()
    .describe(
      "Affected sessions above the site's average, counting only what the data prove, weighted by signal; null without enough data or known signals.",
    ),
  enoughData: z.boolean(),
  scrollDepth: z.number().nullable().describe('Percent 0..100, averaged over sessions.'),
  activeSeconds: z.number().nullable(),
  links: z
    .object({ recordings: z.string().nullable(), heatmap: z.string().nullable() })
    .describe('Links into Clarity; null when the project ID is not a Clarity ID.'),
});

type PageRow = z.output<typeof pageRowSchema>;

/**
 * All pages of the window, once their turn has come, or has begun already (`beginReading`).
 *
 * @throws QueryError when they are more than may be read.
 */
export async function readPages(
  context: AskContext,
  frame: QuestionFrame,
  begun?: number,
): Promise<{ page: string; sums: WindowSums }[]> {
  const segments = await readWindowSums(context, frame, begun);
  return segments.map(({ values, sums }) => ({ page: values.page ?? '', sums }));
}

/** The row of a page, with links to the days of the question. */
export function pageRow(
  { answer: { project, window } }: QuestionFrame,
  ranked: RankedPage,
): PageRow {
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
    links: pageLinks(project, page, window),
  };
}
