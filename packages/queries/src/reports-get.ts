import { isoWeekSchema, weeklyReportSchema } from '@clarity-keep/core';
import { listReportIssues, loadReportModel } from '@clarity-keep/db';
import * as z from 'zod';
import { QueryError } from './errors.ts';
import { findProject } from './question/find-project.ts';
import type { QuestionContext } from './question/question.ts';
import { defineQuestion } from './question/question.ts';
import { windowInput } from './question/window-input.ts';

/** As many weeks are named to somebody who asks for one of which no report is kept. */
const SUGGESTIONS = 5;

const issueShape = {
  project: z.string(),
  week: isoWeekSchema,
  createdAt: z.iso.datetime(),
};

/** What did one week's report say, as it was frozen before it was first sent? */
export const reportsGet = defineQuestion({
  summary: "What did one week's report say, as it was frozen before it was first sent?",
  example: { week: '2026-W47' },
  input: z.strictObject({ project: windowInput.project, week: isoWeekSchema }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('report'), ...issueShape, report: weeklyReportSchema }),
    /** Made by version 0.1: its data, as that version kept it. */
    z.object({ kind: z.literal('legacy'), ...issueShape, data: z.json() }),
  ]),
  ask(context, { project: asked, week }) {
    const { id: project } = findProject(context, asked);
    const kept = loadReportModel(context.db, { scope: project, week });
    if (kept === null) throw unknownReport(context, { project, week });
    const issue = { project, week, createdAt: kept.createdAt.toISOString() };
    const model = frozenSchema.parse(JSON.parse(kept.model));
    return model.version === 1
      ? { kind: 'legacy' as const, ...issue, data: model }
      : { kind: 'report' as const, ...issue, report: model };
  },
});

const frozenSchema = z.discriminatedUnion('version', [
  z.object({ version: z.literal(1) }).catchall(z.json()),
  weeklyReportSchema,
]);

function unknownReport(
  { db }: QuestionContext,
  { project, week }: { project: string; week: string },
): QueryError {
  const weeks = listReportIssues(db, { scopes: [project], limit: SUGGESTIONS }).map(
    (issue) => issue.week,
  );
  const hint =
    weeks.length === 0 ? 'None was sent yet.' : `The latest that are kept: ${weeks.join(', ')}.`;
  return new QueryError('unknown-report', `No report of ${project} is kept for ${week}. ${hint}`);
}
