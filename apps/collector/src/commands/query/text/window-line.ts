import type { Screen } from '@clarity-keep/command-line/table';
import { counted, coverageInWords } from '@clarity-keep/core';
import type { AnswerFrame } from './answer-frame.ts';

/** The days of an answer and their coverage in words: the line above every answer. */
export function windowLine({ window, coverage }: AnswerFrame, { paint }: Screen): string {
  const { from, to, days, timeZone } = window;
  const span = from === to ? from : `${from} to ${to}`;
  return `${paint('bold', span)}, ${counted(days, 'day')} (${timeZone}): ${coverageInWords(coverage, days)}`;
}
