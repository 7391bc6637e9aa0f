import type { Screen } from '@clarity-keep/command-line/table';
import { coverageInWords } from '@clarity-keep/core';
import type { AnswerFrame } from './answer-frame.ts';

/** The days of an answer and what is known of them, in words: the line above every answer. */
export function windowLine({ window, coverage }: AnswerFrame, { paint }: Screen): string {
  const { from, to, days, timeZone } = window;
  const span = from === to ? from : `${from} to ${to}`;
  const length = days === 1 ? '1 day' : `${days} days`;
  return `${paint('bold', span)}, ${length} (${timeZone}): ${coverageInWords(coverage, days)}`;
}
