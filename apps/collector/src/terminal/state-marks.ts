import type { Paint, Style } from '@clarity-keep/command-line/table';
import type { DayState } from '@clarity-keep/core';

/** How the state of a day looks where there is room for one character, and what that means. */
export const stateMarks: Record<DayState, { mark: string; style: Style; words: string }> = {
  complete: { mark: '■', style: 'green', words: 'complete' },
  estimated: { mark: '~', style: 'yellow', words: 'estimated from overlapping windows' },
  truncated: { mark: '!', style: 'yellow', words: 'cut off by Clarity' },
  missing: { mark: '·', style: 'red', words: 'missing' },
};

export function paintedState(state: DayState, paint: Paint): string {
  return paint(stateMarks[state].style, state);
}

export function paintedMark(state: DayState, paint: Paint): string {
  return paint(stateMarks[state].style, stateMarks[state].mark);
}
