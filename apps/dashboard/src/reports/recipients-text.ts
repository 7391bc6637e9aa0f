import { counted, countText } from '../format/numbers.ts';

export interface Recipients {
  sent: number;
  failed: number;
  unfinished: number;
  scheduled: number;
}

/** What became of the mails of a report; who got them is nobody's business here. */
export function recipientsText({ sent, failed, unfinished, scheduled }: Recipients): string {
  const all = sent + failed + unfinished + scheduled;
  if (all === 0) return 'mailed to nobody';
  if (sent === all) return `mailed to ${counted(sent, 'recipient')}`;
  const parts = [
    [sent, 'sent'],
    [failed, 'failed'],
    [unfinished, 'unfinished'],
    [scheduled, 'scheduled'],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${countText(count)} ${word}`)
    .join(', ');
  return `${counted(all, 'recipient')}: ${told}`;
}
