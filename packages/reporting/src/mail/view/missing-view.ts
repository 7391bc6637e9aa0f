import type { Gap, WeeklyReport } from '@clarity-keep/core';
import { bounded } from './bounded-text.ts';
import { counted } from './numbers.ts';

const SENTENCE_BYTES = 600;
const MAX_SENTENCES = 8;

/** What is soonest to be acted on: without a token nothing more comes. */
const order: Record<Gap['kind'], number> = { token: 0, days: 1, format: 2 };

/** What is not known, or not exactly: a line for the top of the mail, and all of it for the end. */
export function missingView({ missing }: WeeklyReport) {
  const sentences = missing
    .toSorted((a, b) => order[a.kind] - order[b.kind])
    .map(({ sentence }) => bounded(sentence, SENTENCE_BYTES));
  const [first, ...others] = sentences;
  if (first === undefined) return null;
  const more = sentences.length - MAX_SENTENCES;
  return {
    notice: first,
    others:
      others.length === 0
        ? null
        : `${counted(others.length, 'more note')} at the end of this mail.`,
    sentences: [
      ...sentences.slice(0, MAX_SENTENCES),
      ...(more > 0 ? [`And ${counted(more, 'more note')}: clarity-keep status shows all.`] : []),
    ],
  };
}
