import type { SendResult } from '../send/send-weekly-report.ts';

/** What became of a report, on one line. */
export function sendSummary(result: SendResult): string {
  const counts = [
    [result.sent.length, 'sent'],
    [result.alreadySent.length, 'sent before'],
    [result.unfinished.length, 'unfinished'],
    [result.failed.length, 'failed'],
    [result.notTried.length, 'not tried'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${result.project} ${result.week}: ${words.join(', ')}. ${result.subject}`;
}

/** What needs somebody's attention. Recipients are named by their place among the recipients. */
export function sendMessages({
  project,
  week,
  recipients,
  failed,
  unfinished,
}: SendResult): string[] {
  const who = (recipient: number): string =>
    `${project} ${week}: recipient ${recipient} of ${recipients}`;
  return [
    ...failed.map(({ recipient, type, error }) => {
      switch (type) {
        case 'refused':
          return `${who(recipient)}: the mail server refused the mail: ${error}. The next run tries again.`;
        case 'login':
          return `${who(recipient)}: the mail server refused the login: ${error}. Check the user and password in SMTP_URL.`;
        case 'unreachable':
          return `${who(recipient)}: the mail server cannot be used: ${error}. The next run tries again; check SMTP_URL if this stays.`;
        case 'unknown':
          return `${who(recipient)}: the connection broke while sending: ${error}. The mail may have arrived, so it is not sent again by itself. ${byHand(week)}`;
        case 'not-prepared':
          return `${who(recipient)}: the mail could not be made ready: ${error}. Nothing was sent; the next run tries again.`;
        case 'not-recorded':
          return `${who(recipient)}: what became of the mail could not be written down: ${error}. It is not sent again by itself. ${byHand(week)}`;
      }
    }),
    ...unfinished.map(
      (recipient) =>
        `${who(recipient)}: another run is sending it, or stopped while it did. The mail may or may not have arrived. It is not sent again by itself. ${byHand(week)}`,
    ),
  ];
}

function byHand(week: string): string {
  return `If it did not arrive, "clarity-keep-report preview --week ${week}" writes the mail to forward by hand.`;
}
