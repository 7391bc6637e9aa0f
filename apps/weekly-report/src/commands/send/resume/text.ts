import type { AbandonedDelivery } from '@clarity-keep/db';
import { ABANDONED_AFTER_MINUTES } from '@clarity-keep/db';
import type { Decision } from '@clarity-keep/reporting';
import { issueName } from '@clarity-keep/reporting';

/** The decisions as they are offered. */
export const decisionNames: Record<Decision, string> = {
  leave: 'leave it as it is, and ask again next time',
  sent: 'take it for sent: it has arrived',
  send: 'send it again: it has not arrived',
};

export const HOW_TO_DECIDE =
  'Nobody is there to decide. Run "clarity-keep-report send --resume" at a terminal, or say what to do with all of them: ' +
  '--resume=send sends them again, --resume=sent takes them for sent, --resume=leave only shows them.';

export const NOTHING_LEFT = 'No mail is left of which nobody knows whether it went out.';

/** For who looks right after a crash: whether that was one shows only after a while. */
export function claimedText(claimed: number): string {
  return (
    `${claimed === 1 ? '1 mail is' : `${claimed} mails are`} being sent, or the run that sent ${claimed === 1 ? 'it' : 'them'} has just died. ` +
    `Which, shows after ${ABANDONED_AFTER_MINUTES} minutes: run this again then.`
  );
}

/** What is known of a delivery whose process died, without the address. */
export function deliveryText({
  delivery,
  recipients,
  number,
}: {
  delivery: AbandonedDelivery;
  recipients: readonly unknown[];
  number: number | null;
}): string {
  const { issue, claimedAt, attempts, messageId, lastError, sentAt } = delivery;
  const who =
    number === null
      ? 'a recipient who is not listed any more'
      : `recipient ${number} of ${recipients.length}`;
  const lines = [
    `${issueName(issue.scope, issue.week)}, ${who}`,
    `  a run set out to send it ${claimedAt === null ? 'at an unknown time' : `at ${instant(claimedAt)}`}, attempt ${attempts}`,
    lastError === null
      ? '  the run ended before it could say what became of the mail'
      : `  the run could not tell what became of the mail: ${lastError}`,
    ...(sentAt === null ? [] : [`  it was sent once before, at ${instant(sentAt)}`]),
    `  the log of the mail server may tell, under ${messageId}`,
  ];
  return `${lines.join('\n')}\n`;
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
