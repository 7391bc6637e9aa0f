import type { Database } from '@clarity-keep/db';
import type { ReceivedMail } from './a-mail-server.ts';
import { aMailServer } from './a-mail-server.ts';
import { aKeptReport } from './a-kept-report.ts';
import type { ReportRun } from './a-report-run.ts';
import { runReport } from './a-report-run.ts';

/** A folder where the report of the week, kept before, was mailed to two of three recipients. */
export async function aFolderWithSentReports(projects?: string[]): Promise<{
  cwd: string;
  db: Database;
  mails: ReceivedMail[];
  run: (...argv: string[]) => Promise<ReportRun>;
}> {
  const { cwd, db, run } = await aKeptReport(
    {
      html: '<p>Hi <a href="https://unsubscribe.invalid/">Unsubscribe</a></p>',
      text: 'Hi\n\nUnsubscribe: https://unsubscribe.invalid/',
    },
    projects,
  );
  const { url, mails } = await aMailServer({
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('ben') ? new Error('the mailbox is full') : undefined);
    },
  });
  const variables = {
    SMTP_URL: url,
    REPORT_FROM: 'reports@shop.example',
    REPORT_TO: 'anna@shop.example, ben@shop.example, cora@shop.example',
  };
  await runReport(['send'], { cwd, variables });
  return { cwd, db, mails, run };
}
