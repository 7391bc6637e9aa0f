import { CancelledError, UsageError } from '@clarity-keep/command-line';
import type { CliDeps } from '../cli-deps.ts';
import type { ReportToSend } from '../send/send-report.ts';

/**
 * Asks whether everybody shall get what they may have got already.
 *
 * @throws UsageError when the answer is no, or nobody is there to give one.
 */
export async function confirmForce(
  { openPrompts }: Pick<CliDeps, 'openPrompts'>,
  { addressed, yes }: { addressed: readonly ReportToSend[]; yes: boolean },
): Promise<void> {
  if (yes) return;
  const prompts = await openPrompts();
  if (prompts === null) {
    throw new UsageError(
      '--force sends again to everybody, also to who has got it. Nobody is there to confirm that: add --yes.',
    );
  }
  const mails = addressed.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const reports = addressed.map(({ project, week }) => `${project.id} ${week}`).join(', ');
  const message = `Send ${reports} to all ${mails} recipients, also to who has got it?`;
  try {
    if (await prompts.confirm({ message, default: false })) return;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
  throw new UsageError('Cancelled: nothing was sent.');
}
