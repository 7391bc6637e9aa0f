import type { Coverage } from '@clarity-keep/core';

/** The part that all answers share. */
export interface AnswerFrame {
  project: string;
  window: { from: string; to: string; days: number; timeZone: string };
  coverage: Coverage;
}

/** Whether no day of the window is known at all. */
export function isNothingKnown({ window, coverage }: AnswerFrame): boolean {
  return coverage.missing.length === window.days;
}
