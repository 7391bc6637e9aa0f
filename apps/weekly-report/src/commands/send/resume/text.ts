import { counted, minuteUtc } from '@clarity-keep/core';
import type { AbandonedDelivery } from '@clarity-keep/db';
import { ABANDONED_AFTER_MINUTES } from '@clarity-keep/db';
import type { Decision } from '@clarity-keep/reporting';
import { issueName } from '@clarity-keep/reporting';

/** The decisions as they are offered. */
export const decisionNames: Record<Decision, string> = {
  leave: 'leave it, and ask again next time',
  sent: 'mark it as sent: it has arrived',
  send: 'send it again: it has not arrived',
};

export const HOW_TO_DECIDE =
  'This is not a terminal, so nothing can be asked. Run "clarity-keep-report send --resume" in a terminal, or decide for all of them at once: ' +
  '--resume=send sends them again, --resume=sent marks them as sent, --resume=leave only shows them.';

export const NOTHING_LEFT = 'No mail is unfinished.';

/** For someone who looks right after a crash: whether it was one shows only after a while. */
export function claimedText(claimed: number): string {
  return (
    `${counted(claimed, 'mail')} ${claimed === 1 ? 'is' : 'are'} being sent, or the run that was sending ${claimed === 1 ? 'it' : 'them'} has just stopped. ` +
    `Run this again in ${ABANDONED_AFTER_MINUTES} minutes to find out.`
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
      ? 'a recipient who is no longer listed'
      : `recipient ${number} of ${recipients.length}`;
  const lines = [
    `${issueName(issue.scope, issue.week)}, ${who}`,
    `  a run began to send it ${claimedAt === null ? 'at an unknown time' : `at ${minuteUtc(claimedAt)}`}, attempt ${attempts}`,
    lastError === null
      ? '  the run ended before it recorded whether the mail was sent'
      : `  the run could not tell whether the mail was sent: ${lastError}`,
    ...(sentAt === null ? [] : [`  it had been sent before, at ${minuteUtc(sentAt)}`]),
    `  the mail server's log may know it as ${messageId}`,
  ];
  return `${lines.join('\n')}\n`;
}
