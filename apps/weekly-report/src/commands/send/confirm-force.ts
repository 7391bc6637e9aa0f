import { CancelledError, UsageError } from '@clarity-keep/command-line';
import type { CliDeps } from '../../cli-deps.ts';
import type { ForcedIssue } from '@clarity-keep/reporting';
import { issueName } from '@clarity-keep/reporting';

/**
 * Asks whether everyone should get what they may already have.
 *
 * @throws UsageError when the answer is no, or there is no terminal to ask at.
 */
export async function confirmForce(
  { openPrompts }: Pick<CliDeps, 'openPrompts'>,
  {
    issues,
    yes,
  }: {
    issues: readonly ForcedIssue[];
    yes: boolean;
  },
): Promise<void> {
  if (yes) return;
  const prompts = await openPrompts();
  if (prompts === null) {
    throw new UsageError(
      "--force sends to everyone again, even those who have the report. This is not a terminal, so you can't confirm: add --yes.",
    );
  }
  const mails = issues.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const names = issues.map(({ scope, week }) => issueName(scope, week)).join(', ');
  const message = `Send ${names} to all ${mails} recipients, even those who have it?`;
  try {
    if (await prompts.confirm({ message, default: false })) return;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
  throw new UsageError('Cancelled: nothing was sent.');
}
