import type { Breakdown, Day } from '@clarity-keep/core';
import { dayStates } from '@clarity-keep/core';
import type { coverageCalendar } from '@clarity-keep/queries';
import type * as z from 'zod';
import type { Paint, Screen } from '../screen.ts';
import { table } from '../table.ts';
import { answerText } from './answer-text.ts';
import { paintedMark, stateMarks } from './state-marks.ts';

type CoverageAnswer = z.output<(typeof coverageCalendar)['output']>;

/** Between days; a month shall fit a wide screen. */
const GAP = 1;

/** A grid of breakdowns and days, a month or a screen at a time. */
export function coverageText(answer: CoverageAnswer, screen: Screen): string {
  const days = [...new Set(answer.rows.map(({ day }) => day))];
  const shown = [...new Set(answer.rows.map(({ breakdown }) => breakdown))];
  const states = new Map(answer.rows.map((row) => [`${row.day} ${row.breakdown}`, row.state]));
  const stateOf = (day: Day, breakdown: Breakdown) =>
    states.get(`${day} ${breakdown}`) ?? ('missing' as const);
  const nameWidth = Math.max(...shown.map((breakdown) => breakdown.length), '2026-11'.length);
  const perGrid = Math.max(1, Math.floor((screen.columns - nameWidth) / (2 + GAP)));
  const grids = gridsOf(days, perGrid).map((part) => {
    const [first = ''] = part;
    return table(
      shown,
      [
        { head: first.slice(0, 7), kind: 'left', cell: (breakdown) => breakdown },
        ...part.map((day) => ({
          head: day.slice(8),
          kind: 'right' as const,
          cell: (breakdown: Breakdown) => paintedMark(stateOf(day, breakdown), screen.paint),
        })),
      ],
      screen,
      { gap: GAP },
    ).text;
  });
  return answerText(answer, [...grids, legend(screen.paint)], screen);
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

function legend(paint: Paint): string {
  return dayStates
    .map((state) => `${paintedMark(state, paint)} ${stateMarks[state].words}`)
    .join('  ');
}
