import type { Prompts } from '@clarity-keep/command-line';
import { CancelledError, UsageError } from '@clarity-keep/command-line';
import type { AbandonedDelivery } from '@clarity-keep/db';
import type { CliDeps } from '../../../cli-deps.ts';
import type { Decision } from '@clarity-keep/reporting';
import { decisions } from '@clarity-keep/reporting';
import type { Mailbox } from '@clarity-keep/mail';
import { decisionNames, deliveryText } from './text.ts';

/** A delivery with an unknown outcome, and whose it is. */
export interface OpenDelivery {
  delivery: AbandonedDelivery;
  recipients: readonly Mailbox[];
  /** Its recipient's place among them; null for one who is no longer among them. */
  number: number | null;
}

export type DecidedDelivery = OpenDelivery & {
  /** Null without a person to decide. */
  decision: Decision | null;
};

/**
 * What should happen to each: what was chosen for all, or else what somebody at the terminal says about
 * each after seeing it.
 *
 * @throws UsageError when whoever is asked leaves.
 */
export async function decideEach(
  { stdout, openPrompts }: Pick<CliDeps, 'stdout' | 'openPrompts'>,
  {
    open,
    choice,
    json,
  }: { open: readonly OpenDelivery[]; choice: Decision | undefined; json: boolean },
): Promise<DecidedDelivery[]> {
  const prompts = choice === undefined && open.length > 0 ? await openPrompts() : null;
  const decided: DecidedDelivery[] = [];
  for (const one of open) {
    if (!json) stdout.write(deliveryText(one));
    const decision = choice ?? (await ask(prompts, one));
    // Whoever is not to get reports any more is not sent one.
    const isGone = decision === 'send' && one.number === null;
    decided.push({ ...one, decision: isGone ? 'leave' : decision });
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
    return await prompts.select({ message: 'What should happen to it?', choices });
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new UsageError('Cancelled: nothing was changed.', { cause: error });
  }
}
