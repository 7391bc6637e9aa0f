import {
  askedWeekSchema,
  digestSchema,
  isoWeekSchema,
  weeklyReportSchema,
} from '@clarity-keep/core';
import { DIGEST_SCOPE, listReportIssues, loadReportModel } from '@clarity-keep/db';
import * as z from 'zod';
import { QueryError } from '../errors.ts';
import { findProject } from '../asking/find-project.ts';
import type { QuestionContext } from '../asking/question.ts';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { windowInput } from '../asking/window-input.ts';

/** How many weeks are named in the error when no report is stored for a week. */
const SUGGESTIONS = 5;

const issueShape = { week: isoWeekSchema, createdAt: z.iso.datetime() };

/** What did the report of one week, or the digest of all projects, say when it was sent? */
export const reportsGet = defineQuestion({
  summary: 'What did the report of one week, or the digest of all projects, say when it was sent?',
  example: { week: '2026-W47' },
  input: z.strictObject({
    project: windowInput.project,
    week: askedWeekSchema,
    digest: z.boolean().default(false).describe('The digest of all projects instead of a report.'),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('report'),
      project: z.string(),
      ...issueShape,
      report: weeklyReportSchema,
    }),
    z.object({
      kind: z.literal('digest'),
      project: z.null(),
      ...issueShape,
      digest: digestSchema,
    }),
    /** Made by version 0.1: its data, as that version kept it. */
    z.object({ kind: z.literal('legacy'), project: z.string(), ...issueShape, data: z.json() }),
  ]),
  async ask(context, { project: asked, week, digest }) {
    await context.work.begin(FACTS_OF_RECORDS);
    if (digest) {
      if (asked !== undefined) {
        throw new QueryError('bad-request', 'Use either project or digest, not both.');
      }
      const { model, ...issue } = keptModel(context, { scope: DIGEST_SCOPE, week });
      return {
        kind: 'digest' as const,
        project: null,
        ...issue,
        digest: digestSchema.parse(model),
      };
    }
    const { id: project } = findProject(context, asked);
    const { model, ...issue } = keptModel(context, { scope: project, week });
    const frozen = frozenSchema.parse(model);
    return frozen.version === 1
      ? { kind: 'legacy' as const, project, ...issue, data: frozen }
      : { kind: 'report' as const, project, ...issue, report: frozen };
  },
});

const frozenSchema = z.discriminatedUnion('version', [
  z.object({ version: z.literal(1) }).catchall(z.json()),
  weeklyReportSchema,
]);

/** @throws QueryError that names the weeks that are kept, when this one is not. */
function keptModel(
  { db, allowedProjects }: QuestionContext,
  { scope, week }: { scope: string; week: string },
): { week: string; createdAt: string; model: unknown } {
  // The digest tells of all projects.
  const isForAll = scope === DIGEST_SCOPE;
  const isHidden = isForAll && (allowedProjects ?? null) !== null;
  const kept = isHidden ? null : loadReportModel(db, { scope, week });
  if (kept !== null) {
    return { week, createdAt: kept.createdAt.toISOString(), model: JSON.parse(kept.model) };
  }
  const what = isForAll ? 'digest' : `report of ${scope}`;
  const scopes = isHidden ? [] : [scope];
  const weeks = listReportIssues(db, { scopes, limit: SUGGESTIONS }).map((issue) => issue.week);
  const hint =
    weeks.length === 0 ? 'None has been sent yet.' : `Latest stored: ${weeks.join(', ')}.`;
  throw new QueryError('unknown-report', `No ${what} is stored for ${week}. ${hint}`);
}
