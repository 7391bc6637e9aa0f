import { integer, minuteIn } from '@clarity-keep/core';
import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { Schedule } from '@clarity-keep/environment';
import type { IssueResult } from '../delivery/send-issue.ts';
import type { Waiting } from './wait-for-sunday.ts';

/** The outcome of an issue, on one line. */
export function sendSummary(scope: string, result: IssueResult): string {
  const counts = [
    [result.sent.length, 'sent'],
    [result.alreadySent.length, 'already sent'],
    [result.unsubscribed.length, 'unsubscribed'],
    [result.unfinished.length, 'unfinished'],
    [result.failed.length, 'failed'],
    [result.givenUp.length, 'failed for good'],
    [result.notTried.length, 'not attempted'],
  ] as const;
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${integer(count)} ${word}`);
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
  return `${issueName(scope, week)}: waiting for Sunday, ${day}, which has not been collected yet. At ${minuteIn(until, timeZone)} it goes out without that day and says so.`;
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
      ({ recipient, error }) =>
        `${who(recipient)}: the mail failed for good: ${error}. ${FOR_GOOD}`,
    ),
    ...unfinished.map(
      (recipient) =>
        `${who(recipient)}: another run is sending the mail, or stopped while sending it. The mail may or may not have arrived, so it is not sent again automatically. ${DECIDE}`,
    ),
  ];
}

const AGAIN = 'The next run tries again.';

const DECIDE = 'Once no other run is active, "clarity-keep-report send --resume" lets you decide.';

const FOR_GOOD =
  'It will not be retried. Correct or remove the address; "clarity-keep-report send --force" sends to everyone again.';

function failureText({ type, error, isFinal }: IssueResult['failed'][number]): string {
  switch (type) {
    case 'refused':
      return `the mail server rejected the mail for good: ${error}. ${FOR_GOOD}`;
    case 'deferred':
      return isFinal
        ? `the mail server did not accept the mail, and this was the last attempt: ${error}. ${FOR_GOOD}`
        : `the mail server did not accept the mail for now: ${error}. ${AGAIN}`;
    case 'login':
      return `the mail server rejected the login: ${error}. Check the user and password in SMTP_URL.`;
    case 'unreachable':
      return `the mail server cannot be used: ${error}. ${AGAIN} If this continues, check SMTP_URL and REPORT_FROM.`;
    case 'unknown':
      return `the connection broke while sending: ${error}. The mail may have arrived, so it is not sent again automatically. ${DECIDE}`;
    case 'not-prepared':
      return `the mail could not be prepared: ${error}. Nothing was sent; the next run tries again.`;
    case 'not-recorded':
      return `what became of the mail could not be recorded: ${error}. It is not sent again automatically. ${DECIDE}`;
  }
}
