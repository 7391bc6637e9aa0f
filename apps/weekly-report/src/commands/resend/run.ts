import type { ExitCode } from '@clarity-keep/command-line';
import { jsonText, UsageError } from '@clarity-keep/command-line';
import { DIGEST_SCOPE, rescheduleDeliveries } from '@clarity-keep/db';
import { askQuestion, reportsGet } from '@clarity-keep/queries';
import { openArchive } from '../../archive/open-archive.ts';
import {
  exitCodeOf,
  issueName,
  readReportSettings,
  requireMailSettings,
  sendIssue,
  sendMessages,
  sendSummary,
  sentMail,
} from '@clarity-keep/reporting';
import type { CliDeps } from '../../cli-deps.ts';
import type { Mailbox } from '@clarity-keep/mail';
import { parseMailboxes } from '@clarity-keep/mail';
import type { IssueResult } from '@clarity-keep/reporting';
import type { ResendOptions } from './command.ts';

/** Mails a stored report to one address, and reports the outcome. */
export async function runResend(deps: CliDeps, options: ResendOptions): Promise<ExitCode> {
  const to = recipient(options.to);
  const settings = readReportSettings(deps);
  const { context, db } = await openArchive(deps, settings);
  try {
    const { smtp, from, publicUrl, dkim } = requireMailSettings(settings);
    const { week, project, digest, force, json } = options;
    const kept = await askQuestion(reportsGet, context, { week, project, digest });
    const scope = kept.project ?? DIGEST_SCOPE;
    const { issueId, mail } = await sentMail(db, { scope, week });
    if (force) {
      const recipients = [to.address.toLowerCase()];
      await rescheduleDeliveries(db, { issueId, recipients, now: deps.now() });
    }
    const transport = await deps.openTransport(smtp);
    const result = await sendIssue({
      deps: { db, transport, now: deps.now, publicUrl, dkim },
      input: { issueId, scope, week, mail, from, recipients: [to] },
    });
    refuseUnsent(scope, result);
    for (const message of sendMessages(scope, result)) deps.stderr.write(`${message}\n`);
    deps.stdout.write(json ? jsonText({ scope, ...result }) : `${sendSummary(scope, result)}\n`);
    return exitCodeOf(result);
  } finally {
    await db.close();
  }
}

/** @throws UsageError or ConfigurationError, never with the address, unless it is one. */
function recipient(text: string): Mailbox {
  const [to, ...more] = parseMailboxes('--to', text);
  if (to !== undefined && more.length === 0) return to;
  throw new UsageError(`--to must be one address, not ${more.length + 1}.`);
}

/** @throws UsageError when nothing was sent because of what became of an earlier mail to the address. */
function refuseUnsent(
  scope: string,
  { week, alreadySent, givenUp, unsubscribed }: IssueResult,
): void {
  const name = issueName(scope, week);
  if (alreadySent.length > 0) {
    throw new UsageError(`${name}: this address already has it. Add --force to send it again.`);
  }
  const [failure] = givenUp;
  if (failure !== undefined) {
    throw new UsageError(
      `${name}: the mail to this address failed for good: ${failure.error}. Add --force to try again.`,
    );
  }
  if (unsubscribed.length > 0) {
    throw new UsageError(
      `${name}: this address has unsubscribed. If it asks for the reports again, run clarity-keep-report recipients --resubscribe first.`,
    );
  }
}
