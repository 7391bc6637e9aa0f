import type { Screen } from '@clarity-keep/command-line/table';
import { wrapWords } from '@clarity-keep/command-line/table';
import type { AnswerFrame } from './answer-frame.ts';
import { isNothingKnown } from './answer-frame.ts';
import { windowLine } from './window-line.ts';

/** An answer as paragraphs under its window and coverage; empty ones are left out. */
export function answerText(
  answer: AnswerFrame,
  paragraphs: readonly string[],
  screen: Screen,
): string {
  const shown = [windowLine(answer, screen), ...paragraphs].filter((text) => text !== '');
  return `${shown.join('\n\n')}\n`;
}

/** Names the columns that the table had no room for. */
export function leftOutNote(leftOut: readonly string[], { paint, columns }: Screen): string {
  if (leftOut.length === 0) return '';
  const note = `Hidden for lack of space: ${leftOut.join(', ')}. Use a wider terminal or --json.`;
  return paint('dim', wrapWords(note, columns).join('\n'));
}

/** Replaces an empty table; empty itself when no day is known, because zero would be a claim. */
export function emptyNote(answer: AnswerFrame, text: string): string {
  return isNothingKnown(answer) ? '' : text;
}
