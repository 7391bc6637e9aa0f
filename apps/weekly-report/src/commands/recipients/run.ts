import { inputProblem } from '@clarity-keep/core';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import type { Database } from '@clarity-keep/db';
import { DIGEST_SCOPE, listUnsubscribed, resubscribe } from '@clarity-keep/db';
import { mailAddressSchema } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import {
  openReports,
  readReportSettings,
  recipientsIfSet,
  scopeName,
} from '@clarity-keep/reporting';
import type { RecipientsOptions } from './command.ts';
import type { RecipientList } from './text.ts';
import { recipientsText } from './text.ts';

/** Shows who gets which report, after resubscribing an address if that is asked for. */
export async function runRecipients(deps: CliDeps, options: RecipientsOptions): Promise<ExitCode> {
  const settings = readReportSettings(deps);
  const { db, reports } = await openReports(deps, settings, options);
  try {
    // The digest covers all projects, so it belongs to no single one.
    const scopes = reports.map(({ project: { id, name } }) => ({ scope: id, name }));
    if (options.project === undefined) scopes.push({ scope: DIGEST_SCOPE, name: 'all projects' });
    if (options.resubscribe !== undefined) {
      const taken = takeUp(db, {
        address: options.resubscribe,
        scopes: scopes.map(({ scope }) => scope),
      });
      deps.stderr.write(
        taken.length === 0
          ? 'This address had not unsubscribed; nothing was changed.\n'
          : `Subscribed again: ${taken.map(scopeName).join(', ')}.\n`,
      );
    }
    const lists = scopes
      .map(({ scope, name }): RecipientList => {
        const listed = recipientsIfSet(settings, scope).map(({ address }) => address);
        return { scope, name, recipients: withEndings(db, { scope, listed }) };
      })
      .filter(({ scope, recipients }) => {
        const { digestRecipients, schedule } = settings.configuration;
        const isSent =
          scope === DIGEST_SCOPE
            ? digestRecipients !== undefined || schedule.report !== 'projects'
            : schedule.report !== 'digest';
        return isSent || recipients.some(hasEnded);
      });
    deps.stdout.write(options.json ? jsonText({ scopes: lists }) : recipientsText(lists));
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

/** The scopes that an address had left. */
function takeUp(
  db: Database,
  { address, scopes }: { address: string; scopes: readonly string[] },
): string[] {
  const { data, error } = mailAddressSchema.safeParse(address);
  if (error !== undefined) {
    const problems = error.issues.map((issue) =>
      inputProblem(issue, { place: '--resubscribe', value: JSON.stringify(address) }),
    );
    throw new UsageError(problems.join(' '));
  }
  const recipient = data.toLowerCase();
  return scopes.filter((scope) => resubscribe(db, { scope, recipient }));
}

/** The listed recipients of a scope, then those who have unsubscribed and are no longer listed. */
function withEndings(
  db: Database,
  { scope, listed }: { scope: string; listed: readonly string[] },
): RecipientList['recipients'] {
  const ended = new Map(
    listUnsubscribed(db, scope).map(({ recipient, unsubscribedAt }) => [recipient, unsubscribedAt]),
  );
  const known = new Set(listed.map((address) => address.toLowerCase()));
  const former = [...ended.keys()].filter((address) => !known.has(address));
  return [...listed, ...former].map((address) => ({
    address,
    isListed: known.has(address.toLowerCase()),
    unsubscribedAt: ended.get(address.toLowerCase()) ?? null,
  }));
}

function hasEnded({ unsubscribedAt }: RecipientList['recipients'][number]): boolean {
  return unsubscribedAt !== null;
}
