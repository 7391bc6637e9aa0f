import type { IsoWeek, WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { Database, Project, ReportIssue } from '@clarity-keep/db';
import { findReportIssue, freezeReportIssue } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import type { RenderedMail } from '@clarity-keep/mail';
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
  if (kept !== null) return { issueId: kept.id, mail: unpackMail(kept.mail) };
  // Held to the schema first: what cannot be read back must not be kept as what was sent.
  const built = weeklyReport(db, { ...subject, now: now() });
  const report = weeklyReportSchema.parse((await addWords?.(built)) ?? built);
  const mail = packMail(await renderReport(report));
  const issue = await freezeReportIssue(db, {
    ...key,
    model: JSON.stringify(report),
    mail,
    now: now(),
  });
  return { issueId: issue.id, mail: unpackMail(issue.mail ?? mail) };
}

export interface PreviewedReport {
  report: WeeklyReport;
  mail: RenderedMail;
  /** Null when none was sent yet. */
  sentAt: Date | null;
  /** Whether it is shown as it was sent, and not as it would be now. */
  isAsSent: boolean;
}

/** The report as it was sent, or as it would be sent now: also where version 0.1 sent one, and kept no mail. */
export async function previewReport(
  db: Database,
  { now, addWords, ...subject }: ReportSubject & { now: Date; addWords?: AddWords | undefined },
): Promise<PreviewedReport> {
  const issue = await findReportIssue(db, { scope: subject.project.id, week: subject.week });
  const sentAt = issue?.createdAt ?? null;
  if (issue !== null && issue.mail !== null) {
    return { report: reportOf(issue), mail: unpackMail(issue.mail), sentAt, isAsSent: true };
  }
  const built = weeklyReport(db, { ...subject, now });
  const report = (await addWords?.(built)) ?? built;
  return { report, mail: await renderReport(report), sentAt, isAsSent: false };
}

function reportOf({ model }: ReportIssue): WeeklyReport {
  return weeklyReportSchema.parse(JSON.parse(model));
}
