import { displayText } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { DIGEST_SCOPE, loadProject } from '@clarity-keep/db';
import type { PageWords } from './unsubscribe-page.ts';

/** Asks whether somebody wants the reports of a scope no more. */
export function questionWords(db: Database, scope: string): PageWords {
  const reports = reportsOf(db, scope);
  return {
    title: `Stop ${reports}?`,
    text: `You will no longer receive ${reports}. Other recipients still will.`,
    button: 'Unsubscribe',
  };
}

/** Says that it is done. */
export function doneWords(db: Database, scope: string): PageWords {
  return {
    title: 'You are unsubscribed',
    text: `You will no longer receive ${reportsOf(db, scope)}. If this was a mistake, contact the sender of those emails.`,
    button: null,
  };
}

/** Gives no reason: someone trying addresses must learn nothing. */
export const unknownWords: PageWords = {
  title: 'This link does not work',
  text: 'Use the link in a more recent email, or contact the sender.',
  button: null,
};

export const failedWords: PageWords = {
  title: 'Something went wrong',
  text: 'Nothing has changed. Please try again in a few minutes.',
  button: null,
};

function reportsOf(db: Database, scope: string): string {
  if (scope === DIGEST_SCOPE) return 'the weekly digest';
  const name = loadProject(db, scope)?.name ?? scope;
  return `the weekly report of ${displayText(name)}`;
}
