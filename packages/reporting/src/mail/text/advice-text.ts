import type { MailView } from '../view/mail-view.ts';
import { heading, present } from './lines.ts';

/** What to do, the first in full. */
export function adviceText(advice: MailView['advice']): string[][] {
  if (advice === null) return [];
  const full = advice.full.map((one) => [
    `${one.number}. ${one.title}`,
    `   ${one.ratings}`,
    ...one.evidence.map((line) => `   - ${line}`),
    ...(one.words === null ? [] : [`   ${one.words.text} (written by AI, ${one.words.author})`]),
    ...(one.causes.length === 0 ? [] : ['   Likely causes:']),
    ...one.causes.map((line) => `   - ${line}`),
    ...(one.checkFirst === null ? [] : [`   Check first: ${one.checkFirst}`]),
    ...linkLines(one.links),
    `   Did it work? ${one.verify}`,
  ]);
  const more = advice.more.map((one) => [
    `${one.number}. ${one.title}`,
    ...present([one.evidence]).map((line) => `   ${line}`),
    `   ${one.ratings}`,
    ...linkLines(one.links),
  ]);
  return [heading('Do this first'), ...full, ...more];
}

export function linkLines({
  recordings,
  heatmap,
}: {
  recordings: string | null;
  heatmap: string | null;
}): string[] {
  return [
    ...(recordings === null ? [] : [`   Recordings: ${recordings}`]),
    ...(heatmap === null ? [] : [`   Heatmap: ${heatmap}`]),
  ];
}
