import { dayOfInstant, displayText, listedUpTo, shortenMiddle } from '@clarity-keep/core';
import type { Alert } from './alert.ts';

/** Makes text that comes from outside safe for where it is shown. */
export type Quote = (outside: string) => string;

const MAX_NAME = 48;
const MAX_NAMES = 5;

/** An alert as one line of plain text: what happened, what it means, and what to do. */
export function alertText(alert: Alert): string {
  return alertWords(alert, (outside) => outside);
}

/**
 * The words of an alert. `quote` is given all that comes from outside, short and on one line; the rest
 * is ours and holds none of the characters that a chat or a terminal takes for a command.
 */
export function alertWords(alert: Alert, quote: Quote): string {
  const { id, name } = alert.project;
  const bounded = (outside: string) => quote(shortenMiddle(displayText(outside).trim(), MAX_NAME));
  const project = name === id ? bounded(id) : `${bounded(name)} (${bounded(id)})`;
  return `Clarity Keep, ${project}: ${eventWords(alert, bounded)}`;
}

function eventWords(alert: Alert, bounded: Quote): string {
  switch (alert.kind) {
    case 'token-refused':
      return 'Clarity refuses the API token, so nothing is collected, and what Clarity has now is gone in three days. Ask a project admin to generate a new one in Clarity, Settings, Data Export, and replace the old one.';
    case 'token-expiring': {
      const day = dayOfInstant(alert.expiresAt, 'UTC');
      return `the API token ${alert.hasExpired ? 'has expired' : 'expires'} on ${day} (UTC). Ask a project admin to generate a new one in Clarity, Settings, Data Export, before collecting stops.`;
    }
    case 'day-at-risk':
      return `${alert.day} is not complete yet, and Clarity deletes it after today. Run "clarity-keep collect" again today; if it fails, its message says what to do.`;
    case 'format-changed':
      return `Clarity sends data this version does not know: ${listedUpTo(MAX_NAMES, alert.names.map(bounded))}. Nothing is lost: the raw responses are stored. Update Clarity Keep and run "clarity-keep reparse".`;
    case 'answers-unreadable':
      return `a response from Clarity could not be parsed, so nothing in it is counted: ${bounded(alert.reason)}. Run "clarity-keep status" for details; if Clarity has changed its format, update Clarity Keep and run "clarity-keep reparse".`;
    case 'quota-spent-elsewhere':
      return 'Clarity refuses further calls, but Clarity Keep has made fewer than ten in the last 24 hours: another program uses them. Find out what else reads the Data Export API of this project, and leave it fewer calls.';
  }
}
