import type { Paint, Style } from '@clarity-keep/command-line/table';
import type { DayState } from '@clarity-keep/core';
import { dayStateMark, dayStateName } from '@clarity-keep/core';

const styles: Record<DayState, Style> = {
  complete: 'green',
  estimated: 'yellow',
  truncated: 'yellow',
  missing: 'red',
};

export function paintedState(state: DayState, paint: Paint): string {
  return paint(styles[state], dayStateName(state));
}

export function paintedMark(state: DayState, paint: Paint): string {
  return paint(styles[state], dayStateMark(state));
}
