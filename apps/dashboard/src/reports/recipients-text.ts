import { counted, integer } from '@clarity-keep/core';
import type { SentIssue } from '../asking/answers.ts';

/** The state of a report's mails, without the recipients. */
export function recipientsText({
  sent,
  failed,
  unfinished,
  scheduled,
}: SentIssue['recipients']): string {
  const all = sent + failed + unfinished + scheduled;
  if (all === 0) return 'not mailed';
  if (sent === all) return `mailed to ${counted(sent, 'recipient')}`;
  const parts = [
    [sent, 'sent'],
    [failed, 'failed'],
    [unfinished, 'unfinished'],
    [scheduled, 'scheduled'],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${integer(count)} ${word}`)
    .join(', ');
  return `${counted(all, 'recipient')}: ${told}`;
}
