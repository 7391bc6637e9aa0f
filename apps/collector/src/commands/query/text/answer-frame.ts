import type { Coverage } from '@clarity-keep/core';

/** The part that all answers share. */
export interface AnswerFrame {
  project: string;
  window: { from: string; to: string; days: number; timeZone: string };
  coverage: Coverage;
}

/** Whether every day of the window is missing. */
export function isNothingKnown({ window, coverage }: AnswerFrame): boolean {
  return coverage.missing.length === window.days;
}
