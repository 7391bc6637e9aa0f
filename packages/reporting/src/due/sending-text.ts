import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { Schedule } from '@clarity-keep/environment';
import type { IssueResult } from '../delivery/send-issue.ts';
import type { Waiting } from '../issue/wait-for-sunday.ts';

/** What became of an issue, on one line. */
export function sendSummary(scope: string, result: IssueResult): string {
  const counts = [
    [result.sent.length, 'sent'],
    [result.alreadySent.length, 'sent before'],
    [result.unsubscribed.length, 'unsubscribed'],
    [result.unfinished.length, 'unfinished'],
    [result.failed.length, 'failed'],
    [result.givenUp.length, 'given up'],
    [result.notTried.length, 'not tried'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${issueName(scope, result.week)}: ${words.join(', ')}. ${result.subject ?? ''}`;
}

/** What an issue is called: `wxb0r23ozh 2026-W47`. */
export function issueName(scope: string, week: string): string {
  return `${scopeName(scope)} ${week}`;
}

export function scopeName(scope: string): string {
  return scope === DIGEST_SCOPE ? 'digest' : scope;
}

/** What an issue waits for, and until when. */
export function waitingMessage(
  scope: string,
  { week, waiting }: { week: string; waiting: Waiting },
  { timeZone }: Schedule,
): string {
  const { day, until } = waiting;
  const time = until.toLocaleString('sv-SE', { timeZone }).slice(0, 16);
  return `${issueName(scope, week)}: waits for Sunday, ${day}, which is not collected yet. From ${time} (${timeZone}) on it goes out with the gap stated.`;
}

/** What needs somebody's attention. Recipients are named by their place among the recipients. */
export function sendMessages(
  scope: string,
  { week, recipients, failed, givenUp, unfinished }: IssueResult,
): string[] {
  const who = (recipient: number): string =>
    `${issueName(scope, week)}: recipient ${recipient} of ${recipients}`;
  return [
    ...failed.map((failure) => `${who(failure.recipient)}: ${failureText(failure)}`),
    ...givenUp.map(
      ({ recipient, error }) => `${who(recipient)}: was given up: ${error}. ${FOR_GOOD}`,
    ),
    ...unfinished.map(
      (recipient) =>
        `${who(recipient)}: another run is sending it, or stopped while it did. The mail may or may not have arrived. It is not sent again by itself. ${DECIDE}`,
    ),
  ];
}

const AGAIN = 'The next run tries again.';

const DECIDE =
  'When no run is at it any more, "clarity-keep-report send --resume" lets you decide.';

const FOR_GOOD =
  'It is not tried again. Correct the address or leave it out; "clarity-keep-report send --force" sends again to everybody.';

function failureText({ type, error, isFinal }: IssueResult['failed'][number]): string {
  switch (type) {
    case 'refused':
      return `the mail server refused the mail for good: ${error}. ${FOR_GOOD}`;
    case 'deferred':
      return isFinal
        ? `the mail server did not take the mail, for the last time: ${error}. ${FOR_GOOD}`
        : `the mail server did not take the mail for now: ${error}. ${AGAIN}`;
    case 'login':
      return `the mail server refused the login: ${error}. Check the user and password in SMTP_URL.`;
    case 'unreachable':
      return `the mail server cannot be used: ${error}. ${AGAIN.slice(0, -1)}; check SMTP_URL and REPORT_FROM if this stays.`;
    case 'unknown':
      return `the connection broke while sending: ${error}. The mail may have arrived, so it is not sent again by itself. ${DECIDE}`;
    case 'not-prepared':
      return `the mail could not be made ready: ${error}. Nothing was sent; the next run tries again.`;
    case 'not-recorded':
      return `what became of the mail could not be written down: ${error}. It is not sent again by itself. ${DECIDE}`;
  }
}
