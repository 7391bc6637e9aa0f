import { daySchema, NOT_A_WEB_PAGE, rankPages, siteSignalRates } from '@clarity-keep/core';
import type { FactRange } from '@clarity-keep/db';
import { listAnnotations, loadWindowSums } from '@clarity-keep/db';
import * as z from 'zod';
import { answerSchema, coverageSchema } from '../asking/answer-schema.ts';
import { findPage, pageInput } from '../asking/find-page.ts';
import { frameQuestion } from '../asking/frame-question.ts';
import type { QuestionContext } from '../asking/question.ts';
import { defineQuestion } from '../asking/question.ts';
import { windowInput } from '../asking/window-input.ts';
import { beginReading } from '../work/read-window-sums.ts';
import { dailyRows, dailyRowSchema } from '../rows/daily-rows.ts';
import { pageRow, pageRowSchema, readPages } from '../rows/page-rows.ts';
import { signalCounts, signalCountsSchema, signalRatesSchema } from '../rows/signal-counts.ts';

const deviceRowSchema = z.object({
  device: z.string(),
  sessions: z.int(),
  signals: signalCountsSchema,
});

const annotationSchema = z.object({ day: daySchema, text: z.string() });

/** How is one page doing: day by day, by device, and compared with the site? */
export const pagesDetail = defineQuestion({
  summary: 'How is one page doing: day by day, by device, and compared with the site?',
  example: { page: 'https://shop.example.com/checkout', days: 28 },
  input: z.strictObject({ ...windowInput, page: pageInput }),
  output: answerSchema(dailyRowSchema, {
    page: z.string().describe('As stored, after normalisation.'),
    pageTotals: pageRowSchema
      .nullable()
      .describe('Its row in the ranking of all pages; null when it had no sessions in the window.'),
    devices: z.array(deviceRowSchema),
    deviceCoverage: coverageSchema.describe(
      'State of each day of the page by device, which can lack days that the page has.',
    ),
    site: z
      .object({ sessions: z.int().nullable(), signals: signalRatesSchema })
      .describe(
        'Sessions of the site (null when unknown) and the rates over all pages, for comparison.',
      ),
    annotations: z
      .array(annotationSchema)
      .describe('Annotations of the page in the window, oldest first.'),
  }),
  async ask(context, input) {
    const frame = frameQuestion(context, input, 'page');
    const { project } = frame.answer;
    const begun = await beginReading(context, frame);
    const page = findPage(context, { projectId: project, asked: input.page });
    const pages = await readPages(context, frame, begun);
    const ranked = rankPages({ pages, ranking: 'impact', weights: frame.weights });
    const found = ranked.find((one) => one.page === page);
    return {
      ...frame.answer,
      page,
      pageTotals: found === undefined ? null : pageRow(frame, found),
      rows: dailyRows(context, frame, page),
      devices: deviceRows(context, { ...frame.range, page }),
      deviceCoverage: frameQuestion(context, input, 'page_device').answer.coverage,
      site: {
        sessions: siteSessions(context, frame.range),
        signals: siteSignalRates(
          pages.filter((one) => one.page !== NOT_A_WEB_PAGE).map(({ sums }) => sums),
        ),
      },
      annotations: annotationsOf(context, { ...frame.range, page }),
    };
  },
});

function deviceRows(
  { db }: QuestionContext,
  range: FactRange & { page: string },
): z.output<typeof deviceRowSchema>[] {
  return loadWindowSums(db, { ...range, breakdown: 'page_device' })
    .filter(({ sums }) => sums.sessions > 0)
    .map(({ values, sums }) => ({
      device: values.device ?? '',
      sessions: sums.sessions,
      signals: signalCounts(sums),
    }))
    .toSorted((a, b) => b.sessions - a.sessions || (a.device < b.device ? -1 : 1));
}

/** Pages do not add up to the site: one session sees many of them. */
function siteSessions({ db }: QuestionContext, range: FactRange): number | null {
  const [total] = loadWindowSums(db, { ...range, breakdown: 'total' });
  return total?.sums.sessions ?? null;
}

/** What was done on its days, in the order in which it was done. */
function annotationsOf(
  { db }: QuestionContext,
  { projectId, page, from, to }: FactRange & { page: string },
): z.output<typeof annotationSchema>[] {
  return listAnnotations(db, projectId)
    .filter((note) => note.page === page && from <= note.day && note.day <= to)
    .map(({ day, text }) => ({ day, text }))
    .toReversed();
}
