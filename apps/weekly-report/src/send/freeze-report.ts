import type { IsoWeek, WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { Database, Project, ReportIssue } from '@clarity-keep/db';
import { findReportIssue, freezeReportIssue } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import type { RenderedMail } from '../mail/render-report.ts';
import { renderReport } from '../mail/render-report.ts';
import { packMail, unpackMail } from './pack-mail.ts';

/** What the report of a project and week says and looks like: as it was first sent, or as it is now. */
export async function freezeReport(
  { db, now }: { db: Database; now: () => Date },
  { project, week }: { project: Project; week: IsoWeek },
): Promise<{ issueId: number; mail: RenderedMail }> {
  const key = { scope: project.id, week };
  const kept = await findReportIssue(db, key);
  // Version 0.1 kept no mail, and data of another model: who has none yet gets what is known now.
  if (kept?.mail === null) {
    return { issueId: kept.id, mail: await renderReport(weeklyReport(db, { project, week })) };
  }
  if (kept !== null) return { issueId: kept.id, mail: await mailOf(kept) };
  // Held to the schema first: what cannot be read back must not be kept as what was sent.
  const report = weeklyReportSchema.parse(weeklyReport(db, { project, week }));
  const issue = await freezeReportIssue(db, {
    ...key,
    model: JSON.stringify(report),
    mail: packMail(await renderReport(report)),
    now: now(),
  });
  return { issueId: issue.id, mail: await mailOf(issue) };
}

/** The report as it was sent, or as it would be sent now. */
export async function previewReport(
  db: Database,
  { project, week }: { project: Project; week: IsoWeek },
): Promise<{ report: WeeklyReport; mail: RenderedMail; sentAt: Date | null }> {
  const issue = await findReportIssue(db, { scope: project.id, week });
  if (issue !== null) {
    return { report: reportOf(issue), mail: await mailOf(issue), sentAt: issue.createdAt };
  }
  const report = weeklyReport(db, { project, week });
  return { report, mail: await renderReport(report), sentAt: null };
}

function reportOf({ model }: ReportIssue): WeeklyReport {
  return weeklyReportSchema.parse(JSON.parse(model));
}

async function mailOf(issue: ReportIssue): Promise<RenderedMail> {
  return issue.mail === null ? renderReport(reportOf(issue)) : unpackMail(issue.mail);
}
