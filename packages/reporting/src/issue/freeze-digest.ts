import type { Digest, IsoWeek } from '@clarity-keep/core';
import { buildDigest, digestSchema } from '@clarity-keep/core';
import type { Database, ReportIssue } from '@clarity-keep/db';
import { DIGEST_SCOPE, findReportIssue, freezeReportIssue } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import { renderDigest } from '../mail/digest/render-digest.ts';
import type { RenderedMail } from '@clarity-keep/mail';
import type { ReportSubject } from './freeze-report.ts';
import { packMail, unpackMail } from './pack-mail.ts';

/** What a digest is over. */
export interface DigestSubject {
  week: IsoWeek;
  projects: readonly Pick<ReportSubject, 'project' | 'tokenExpiresAt'>[];
  /** Configured projects without any collected data. */
  without: readonly { id: string; name: string }[];
}

/** What the digest of a week says and looks like: as it was first sent, or as it is now. */
export async function freezeDigest(
  { db, now }: { db: Database; now: () => Date },
  subject: DigestSubject,
): Promise<{ issueId: number; mail: RenderedMail }> {
  const key = { scope: DIGEST_SCOPE, week: subject.week };
  const kept = await findReportIssue(db, key);
  if (kept !== null) return { issueId: kept.id, mail: mailOf(kept) };
  // Held to the schema first: what cannot be read back must not be kept as what was sent.
  const digest = digestSchema.parse(digestNow(db, subject, now()));
  const issue = await freezeReportIssue(db, {
    ...key,
    model: JSON.stringify(digest),
    mail: packMail(await renderDigest(digest)),
    now: now(),
  });
  return { issueId: issue.id, mail: mailOf(issue) };
}

/** The digest as it was sent, or as it would be sent now. */
export async function previewDigest(
  { db, now }: { db: Database; now: Date },
  subject: DigestSubject,
): Promise<{ digest: Digest; mail: RenderedMail; sentAt: Date | null }> {
  const kept = await findReportIssue(db, { scope: DIGEST_SCOPE, week: subject.week });
  if (kept !== null) {
    const digest = digestSchema.parse(JSON.parse(kept.model));
    return { digest, mail: mailOf(kept), sentAt: kept.createdAt };
  }
  const digest = digestNow(db, subject, now);
  return { digest, mail: await renderDigest(digest), sentAt: null };
}

function digestNow(db: Database, { week, projects, without }: DigestSubject, now: Date): Digest {
  const reports = projects.map((project) => weeklyReport(db, { ...project, week, now }));
  return buildDigest({ week, reports, without });
}

function mailOf({ mail, week }: ReportIssue): RenderedMail {
  // No version made a digest without keeping its mail.
  if (mail === null) throw new Error(`The mail of the digest for ${week} was not kept.`);
  return unpackMail(mail);
}
