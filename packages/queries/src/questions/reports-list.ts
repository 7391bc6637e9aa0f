import { isoWeekSchema } from '@clarity-keep/core';
import type { IssueSummary } from '@clarity-keep/db';
import { DIGEST_SCOPE, listReportIssues } from '@clarity-keep/db';
import * as z from 'zod';
import { QueryError } from '../errors.ts';
import { findProject } from '../asking/find-project.ts';
import type { QuestionContext } from '../asking/question.ts';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { windowInput } from '../asking/window-input.ts';

const count = z.int().nonnegative();

/**
 * Which weekly reports were frozen to be sent, and what became of their mails? The latest week first; of
 * all projects, with their digests, unless one is named.
 */
export const reportsList = defineQuestion({
  summary: 'Which weekly reports were sent, and to how many recipients? Latest week first.',
  example: { limit: 5 },
  input: z
    .strictObject({
      project: windowInput.project,
      limit: z.int().min(1).max(1000).default(20),
      digest: z.boolean().default(false).describe('Only digests of all projects.'),
    })
    .prefault({}),
  output: z.object({
    rows: z.array(
      z.object({
        week: isoWeekSchema,
        /** Null for the digest of all projects. */
        project: z.string().nullable(),
        headline: z.string(),
        /** Whether version 0.1 made it, which kept the data and no mail. */
        isLegacy: z.boolean(),
        createdAt: z.iso.datetime(),
        /** Recipients by what became of their mail; unfinished: it may or may not have arrived. */
        recipients: z.object({ sent: count, failed: count, unfinished: count, scheduled: count }),
      }),
    ),
  }),
  async ask(context, { project, limit, digest }) {
    await context.work.begin(FACTS_OF_RECORDS);
    if (digest && project !== undefined) {
      throw new QueryError('bad-request', 'Use either project or digest, not both.');
    }
    const scopes = digest ? digestScopes(context) : scopesOf(context, project);
    return {
      rows: listReportIssues(context.db, { scopes: scopes ?? undefined, limit }).map(rowOf),
    };
  },
});

/** The digest of all projects is for those alone who may know of all. */
function digestScopes({ allowedProjects }: QuestionContext): string[] {
  return (allowedProjects ?? null) === null ? [DIGEST_SCOPE] : [];
}

function scopesOf(
  context: QuestionContext,
  project: string | undefined,
): QuestionContext['allowedProjects'] {
  return project === undefined ? context.allowedProjects : [findProject(context, project).id];
}

function rowOf({ scope, week, headline, hasMail, createdAt, ...counts }: IssueSummary) {
  const { sent, failed, unfinished, scheduled } = counts;
  return {
    week,
    project: scope === DIGEST_SCOPE ? null : scope,
    headline,
    isLegacy: !hasMail,
    createdAt: createdAt.toISOString(),
    recipients: { sent, failed, unfinished, scheduled },
  };
}
