import type { ExitCode, Prompts } from '@clarity-keep/command-line';
import {
  CancelledError,
  exitCodes,
  jsonText,
  UsageError,
  worstExitCode,
} from '@clarity-keep/command-line';
import type { AbandonedDelivery } from '@clarity-keep/db';
import { listAbandonedDeliveries } from '@clarity-keep/db';
import type { Variables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, recipientsOf, requireMailSettings } from '../env.ts';
import type { Decision } from '../send/decide-delivery.ts';
import { decideDelivery, decisions } from '../send/decide-delivery.ts';
import type { SendDeps } from '../send/deliver.ts';
import type { Mailbox } from '../send/mailboxes.ts';
import { sendAgain } from '../send/send-again.ts';
import type { IssueResult } from '../send/send-issue.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { decisionNames, deliveryText, HOW_TO_DECIDE } from './resume-text.ts';
import { sendMessages, sendSummary } from './send-text.ts';

export interface ResumeOptions {
  variables: Variables;
  week?: string | undefined;
  project?: string | undefined;
  /** What to do about all of them; empty to be asked about each. */
  choice: string;
  json: boolean;
}

/** A delivery that nobody knows the end of, and whose it is. */
interface OpenDelivery {
  delivery: AbandonedDelivery;
  recipients: readonly Mailbox[];
  /** Its recipient's place among them; null for who is not among them any more. */
  number: number | null;
}

/** Shows what processes that died have left, of whatever week, and does what is decided about it. */
export async function runResume(deps: CliDeps, options: ResumeOptions): Promise<ExitCode> {
  const { variables, project, week, json } = options;
  const choice = decisions.find((one) => one === options.choice);
  if (choice === undefined && options.choice !== '') {
    throw new UsageError(
      `Expected --resume to be ${decisions.join(', ')} or alone, got ${JSON.stringify(options.choice)}.`,
    );
  }
  const environment = parseEnvironment(variables);
  const { smtp, from, publicUrl, dkim } = requireMailSettings(environment, deps.cwd);
  const { db, configuration } = await openReports(deps, environment, { project, week });
  try {
    const now = deps.now();
    const abandoned = await listAbandonedDeliveries(db, { scope: project, week, now });
    const open = abandoned.map((delivery): OpenDelivery => {
      const { scope } = delivery.issue;
      const configured = configuration.projects.find(({ id }) => id === scope);
      const recipients = recipientsOf(environment, configured);
      const isMeant = ({ address }: Mailbox) => address.toLowerCase() === delivery.recipient;
      const at = recipients.findIndex(isMeant);
      return { delivery, recipients, number: at === -1 ? null : at + 1 };
    });
    const decided = await decideEach(deps, { open, choice, json });
    for (const { delivery, decision } of decided) await decideDelivery(db, delivery, decision);
    const again = decided.filter(({ decision }) => decision === 'send');
    const results: (IssueResult & { scope: string })[] = [];
    if (again.length > 0) {
      const transport = await deps.openTransport(smtp);
      const sending: SendDeps = { db, transport, now: deps.now, publicUrl, dkim };
      for (const { delivery, recipients, number } of again) {
        const { issue } = delivery;
        const only = number === null ? [] : [number];
        const result = await sendAgain({ deps: sending, input: { issue, from, recipients, only } });
        results.push({ scope: issue.scope, ...result });
      }
    }
    for (const result of results) {
      for (const message of sendMessages(result.scope, result)) deps.stderr.write(`${message}\n`);
      if (!json) deps.stdout.write(`${sendSummary(result.scope, result)}\n`);
    }
    if (json) deps.stdout.write(jsonText({ deliveries: decided.map(jsonOf), reports: results }));
    const isLeft = decided.some(({ decision }) => decision === 'leave');
    const codes = results.map(exitCodeOf);
    return worstExitCode([...codes, isLeft ? exitCodes.unavailable : exitCodes.done]);
  } finally {
    await db.close();
  }
}

type DecidedDelivery = OpenDelivery & { decision: Decision };

/** @throws UsageError when there is nobody to ask, or the answer is none. */
async function decideEach(
  { stdout, stderr, openPrompts }: CliDeps,
  {
    open,
    choice,
    json,
  }: { open: readonly OpenDelivery[]; choice: Decision | undefined; json: boolean },
): Promise<DecidedDelivery[]> {
  if (open.length === 0)
    stderr.write('No mail is left of which nobody knows whether it went out.\n');
  const prompts = choice === undefined && open.length > 0 ? await openPrompts() : null;
  const decided: DecidedDelivery[] = [];
  for (const one of open) {
    if (!json) stdout.write(deliveryText(one));
    const decision = choice ?? (await ask(prompts, one));
    if (decision === null) continue;
    // Whoever is not to get reports any more is not sent one.
    const isGone = decision === 'send' && one.number === null;
    decided.push({ ...one, decision: isGone ? 'leave' : decision });
  }
  if (decided.length < open.length) {
    if (json) stdout.write(jsonText({ deliveries: open.map(jsonOf), reports: [] }));
    throw new UsageError(HOW_TO_DECIDE);
  }
  return decided;
}

async function ask(
  prompts: Pick<Prompts, 'select'> | null,
  { number }: OpenDelivery,
): Promise<Decision | null> {
  if (prompts === null) return null;
  const choices = decisions
    .filter((decision) => decision !== 'send' || number !== null)
    .map((value) => ({ value, name: decisionNames[value] }));
  try {
    return await prompts.select({ message: 'What shall become of it?', choices });
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new UsageError('Cancelled: nothing was changed.', { cause: error });
  }
}

function jsonOf({
  delivery,
  recipients,
  number,
  decision = null,
}: OpenDelivery & { decision?: Decision | null }): object {
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
