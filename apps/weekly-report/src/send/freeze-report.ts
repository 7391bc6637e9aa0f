import type { IsoWeek, WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { Database, Project, ReportIssue } from '@clarity-keep/db';
import { findReportIssue, freezeReportIssue } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import type { RenderedMail } from '../mail/render-report.ts';
import { renderReport } from '../mail/render-report.ts';
import { packMail, unpackMail } from './pack-mail.ts';

/** The report with a model's words, or as it was when there are none. Never throws. */
export type AddWords = (report: WeeklyReport) => Promise<WeeklyReport>;

/** What a report is of. */
export interface ReportSubject {
  project: Project;
  week: IsoWeek;
  /** Null when it is not known. */
  tokenExpiresAt: Date | null;
}

/** What the report of a project and week says and looks like: as it was first sent, or as it is now. */
export async function freezeReport(
  { db, now, addWords }: { db: Database; now: () => Date; addWords?: AddWords | undefined },
  subject: ReportSubject,
): Promise<{ issueId: number; mail: RenderedMail }> {
  const key = { scope: subject.project.id, week: subject.week };
  const kept = await findReportIssue(db, key);
  // Version 0.1 kept no mail, and data of another model: who has none yet gets what is known now.
  if (kept?.mail === null) {
    const report = weeklyReport(db, { ...subject, now: now() });
    return { issueId: kept.id, mail: await renderReport(report) };
  }
  if (kept !== null) return { issueId: kept.id, mail: await mailOf(kept) };
  // Held to the schema first: what cannot be read back must not be kept as what was sent.
  const built = weeklyReport(db, { ...subject, now: now() });
  const report = weeklyReportSchema.parse((await addWords?.(built)) ?? built);
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
  { now, addWords, ...subject }: ReportSubject & { now: Date; addWords?: AddWords | undefined },
): Promise<{ report: WeeklyReport; mail: RenderedMail; sentAt: Date | null }> {
  const issue = await findReportIssue(db, { scope: subject.project.id, week: subject.week });
  if (issue !== null) {
    return { report: reportOf(issue), mail: await mailOf(issue), sentAt: issue.createdAt };
  }
  const built = weeklyReport(db, { ...subject, now });
  const report = (await addWords?.(built)) ?? built;
  return { report, mail: await renderReport(report), sentAt: null };
}

function reportOf({ model }: ReportIssue): WeeklyReport {
  return weeklyReportSchema.parse(JSON.parse(model));
}

async function mailOf(issue: ReportIssue): Promise<RenderedMail> {
  return issue.mail === null ? renderReport(reportOf(issue)) : unpackMail(issue.mail);
}
