import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError, worstExitCode } from '@clarity-keep/command-line';
import type { AbandonedDelivery } from '@clarity-keep/db';
import { countClaimedDeliveries, DIGEST_SCOPE, listAbandonedDeliveries } from '@clarity-keep/db';
import type { CliDeps } from '../../../cli-deps.ts';
import {
  decideDelivery,
  decisions,
  exitCodeOf,
  openReports,
  readReportSettings,
  recipientsOf,
  requireMailSettings,
  sendAgain,
  sendMessages,
  sendSummary,
} from '@clarity-keep/reporting';
import type { Decision, IssueResult, ReportSettings, SendDeps } from '@clarity-keep/reporting';
import type { Mailbox } from '@clarity-keep/mail';
import type { DecidedDelivery, OpenDelivery } from './decide-each.ts';
import { decideEach } from './decide-each.ts';
import { claimedText, HOW_TO_DECIDE, NOTHING_LEFT } from './text.ts';

export interface ResumeOptions {
  week?: string | undefined;
  project?: string | undefined;
  /** Of the digest alone. */
  digest: boolean;
  /** What to do about all of them; empty to be asked about each. */
  choice: string;
  json: boolean;
}

/** Shows the deliveries that dead processes left unfinished, of any week, and does what is decided about each. */
export async function runResume(deps: CliDeps, options: ResumeOptions): Promise<ExitCode> {
  const { stdout, stderr, now } = deps;
  const { project, week, digest, json } = options;
  const choice = choiceOf(options.choice);
  const settings = readReportSettings(deps);
  const { smtp, from, publicUrl, dkim } = requireMailSettings(settings);
  const { db, reports } = await openReports(deps, settings, { project, week });
  try {
    const ofProject = project === undefined ? undefined : reports[0]?.project.id;
    const scope = digest ? DIGEST_SCOPE : ofProject;
    const abandoned = await listAbandonedDeliveries(db, { scope, week, now: now() });
    const open = abandoned.map((delivery) => addressed(delivery, settings));
    if (open.length === 0) {
      const claimed = await countClaimedDeliveries(db, { scope, week, now: now() });
      stderr.write(`${claimed === 0 ? NOTHING_LEFT : claimedText(claimed)}\n`);
    }
    const decided = await decideEach(deps, { open, choice, json });
    if (decided.some(({ decision }) => decision === null)) {
      if (json) stdout.write(jsonText({ deliveries: decided.map(jsonOf), reports: [] }));
      throw new UsageError(HOW_TO_DECIDE);
    }
    for (const { delivery, decision } of decided) {
      await decideDelivery(db, delivery, decision ?? 'leave');
    }
    const again = decided.filter(({ decision }) => decision === 'send');
    const results: (IssueResult & { scope: string })[] = [];
    if (again.length > 0) {
      const transport = await deps.openTransport(smtp);
      const sending: SendDeps = { db, transport, now, publicUrl, dkim };
      for (const input of byIssue(again)) {
        const result = await sendAgain({ deps: sending, input: { ...input, from } });
        results.push({ scope: input.issue.scope, ...result });
      }
    }
    for (const result of results) {
      for (const message of sendMessages(result.scope, result)) stderr.write(`${message}\n`);
      if (!json) stdout.write(`${sendSummary(result.scope, result)}\n`);
    }
    if (json) stdout.write(jsonText({ deliveries: decided.map(jsonOf), reports: results }));
    const isLeft = decided.some(({ decision }) => decision === 'leave');
    const codes = results.map(exitCodeOf);
    return worstExitCode([...codes, isLeft ? exitCodes.unavailable : exitCodes.done]);
  } finally {
    await db.close();
  }
}

/** @throws UsageError for an unknown choice. */
function choiceOf(text: string): Decision | undefined {
  const choice = decisions.find((one) => one === text);
  if (choice !== undefined || text === '') return choice;
  throw new UsageError(
    `--resume takes ${decisions.join(', ')} or nothing, not ${JSON.stringify(text)}.`,
  );
}

function addressed(delivery: AbandonedDelivery, settings: ReportSettings): OpenDelivery {
  const recipients = recipientsOf(settings, delivery.issue.scope);
  const isMeant = ({ address }: Mailbox) => address.toLowerCase() === delivery.recipient;
  const at = recipients.findIndex(isMeant);
  return { delivery, recipients, number: at === -1 ? null : at + 1 };
}

/** The mails that are sent again, issue by issue. */
function byIssue(deliveries: readonly OpenDelivery[]): {
  issue: AbandonedDelivery['issue'];
  recipients: readonly Mailbox[];
  only: number[];
}[] {
  return [...Map.groupBy(deliveries, ({ delivery }) => delivery.issue.id).values()].flatMap(
    ([first, ...more]) =>
      first === undefined
        ? []
        : [
            {
              issue: first.delivery.issue,
              recipients: first.recipients,
              only: [first, ...more].flatMap(({ number }) => number ?? []),
            },
          ],
  );
}

function jsonOf({ delivery, recipients, number, decision }: DecidedDelivery): object {
  const { issue, claimedAt, attempts, messageId, lastError, sentAt } = delivery;
  const { scope, week } = issue;
  return {
    scope,
    week,
    recipient: number,
    recipients: recipients.length,
    claimedAt,
    attempts,
    messageId,
    error: lastError,
    sentBeforeAt: sentAt,
    decision,
  };
}
