import type { IsoWeek, WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import { findReportIssue, freezeReportIssue } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';

/** What the report of a project and week says: as it was first sent, or as it is kept now. */
export async function freezeReport(
  { db, now }: { db: Database; now: () => Date },
  { project, week }: { project: Project; week: IsoWeek },
): Promise<{ issueId: number; report: WeeklyReport }> {
  const key = { projectId: project.id, week };
  const issue =
    (await findReportIssue(db, key)) ??
    (await freezeReportIssue(db, {
      ...key,
      // Held to the schema first: what cannot be read back must not be kept as what was sent.
      model: JSON.stringify(weeklyReportSchema.parse(weeklyReport(db, { project, week }))),
      now: now(),
    }));
  return { issueId: issue.id, report: parseReport(issue.model) };
}

/** The report as it was sent, or as it would be sent now. */
export async function previewReport(
  db: Database,
  { project, week }: { project: Project; week: IsoWeek },
): Promise<{ report: WeeklyReport; sentAt: Date | null }> {
  const issue = await findReportIssue(db, { projectId: project.id, week });
  return issue === null
    ? { report: weeklyReport(db, { project, week }), sentAt: null }
    : { report: parseReport(issue.model), sentAt: issue.createdAt };
}

function parseReport(model: string): WeeklyReport {
  return weeklyReportSchema.parse(JSON.parse(model));
}
