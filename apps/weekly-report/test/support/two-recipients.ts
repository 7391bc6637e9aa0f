import type { Database } from '@clarity-keep/db';
import { aDatabase, aFolder, keepReport } from './a-database.ts';
import type { ReceivedMail } from './a-mail-server.ts';
import { aMailServer } from './a-mail-server.ts';
import type { ReportRun } from './a-report-run.ts';
import { runReport } from './a-report-run.ts';

/** A kept report, a mail server, and settings that name two recipients. */
export async function twoRecipients(): Promise<{
  db: Database;
  mails: ReceivedMail[];
  run: (argv: string[], more?: Record<string, string>) => Promise<ReportRun>;
}> {
  const cwd = aFolder();
  const db = aDatabase(cwd);
  await keepReport(db);
  const { url, mails } = await aMailServer();
  const variables = {
    SMTP_URL: url,
    REPORT_FROM: 'Clarity Keep <reports@shop.example>',
    REPORT_TO: 'Anna@shop.example, ben@shop.example',
  };
  const run = (argv: string[], more: Record<string, string> = {}) =>
    runReport(argv, { cwd, variables: { ...variables, ...more } });
  return { db, mails, run };
}
