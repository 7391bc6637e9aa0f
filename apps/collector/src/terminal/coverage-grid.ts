import type { Screen } from '@clarity-keep/command-line/table';
import { table, textWidth } from '@clarity-keep/command-line/table';
import type { Day, DayState } from '@clarity-keep/core';
import { dayStateName, shownDayStates } from '@clarity-keep/core';
import { paintedMark } from './state-marks.ts';

/** Between days; a month should fit a wide screen. */
const GAP = 1;

/** A mark for each row and day, a month or a screen at a time. */
export function coverageGrids<Row extends string>(
  {
    rows,
    days,
    stateOf,
  }: { rows: readonly Row[]; days: readonly Day[]; stateOf: (day: Day, row: Row) => DayState },
  screen: Screen,
): string[] {
  const nameWidth = Math.max(...rows.map((row) => row.length), '2026-11'.length);
  const perGrid = Math.max(1, Math.floor((screen.columns - nameWidth) / (2 + GAP)));
  return gridsOf(days, perGrid).map((part) => {
    const [first = ''] = part;
    return table(
      rows,
      [
        { head: first.slice(0, 7), kind: 'left', cell: (row) => row },
        ...part.map((day) => ({
          head: day.slice(8),
          kind: 'right' as const,
          cell: (row: Row) => paintedMark(stateOf(day, row), screen.paint),
        })),
      ],
      screen,
      { gap: GAP },
    ).text;
  });
}

/** What the marks mean, on one line or, where that is too long, on several. */
export function coverageLegend({ paint, columns }: Screen): string {
  const marks = shownDayStates.map(
    (state) => `${paintedMark(state, paint)} ${dayStateName(state)}`,
  );
  const line = marks.join('  ');
  return textWidth(line) <= columns ? line : marks.join('\n');
}

/** Days of one month that fit side by side. */
function gridsOf(days: readonly Day[], perGrid: number): Day[][] {
  const grids: Day[][] = [];
  for (const day of days) {
    const current = grids.at(-1);
    const isSameMonth = current?.[0]?.slice(0, 7) === day.slice(0, 7);
    if (current !== undefined && isSameMonth && current.length < perGrid) current.push(day);
    else grids.push([day]);
  }
  return grids;
}
