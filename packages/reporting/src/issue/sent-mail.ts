import { UsageError } from '@clarity-keep/command-line';
import type { Database } from '@clarity-keep/db';
import { DIGEST_SCOPE, findReportIssue } from '@clarity-keep/db';
import type { RenderedMail } from '@clarity-keep/mail';
import { unpackMail } from './pack-mail.ts';

/**
 * The mail of an issue exactly as it was frozen, the recipient left open.
 *
 * @throws UsageError when no mail of it was kept.
 */
export async function sentMail(
  db: Database,
  { scope, week }: { scope: string; week: string },
): Promise<{ issueId: number; mail: RenderedMail }> {
  const issue = await findReportIssue(db, { scope, week });
  if (issue?.mail) return { issueId: issue.id, mail: unpackMail(issue.mail) };
  const what = scope === DIGEST_SCOPE ? 'digest' : `report of ${scope}`;
  throw new UsageError(
    `The ${what} for ${week} was sent by version 0.1, which stored its data but not the mail. ` +
      `To see the data: clarity-keep-report show ${week} --json`,
  );
}
