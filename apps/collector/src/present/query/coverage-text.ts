import type { Breakdown, Day, DayState } from '@clarity-keep/core';
import type { coverageCalendar } from '@clarity-keep/queries';
import type * as z from 'zod';
import type { Paint, Screen, Style } from '../screen.ts';
import { table } from '../table.ts';
import { answerText } from './answer-text.ts';

type CoverageAnswer = z.output<(typeof coverageCalendar)['output']>;

const marks: Record<DayState, { mark: string; style: Style; words: string }> = {
  complete: { mark: '■', style: 'green', words: 'complete' },
  estimated: { mark: '~', style: 'yellow', words: 'estimated from overlapping windows' },
  truncated: { mark: '!', style: 'yellow', words: 'cut at 1,000 rows' },
  missing: { mark: '·', style: 'red', words: 'missing' },
};

/** A grid of breakdowns and days, a month or a screen at a time. */
export function coverageText(answer: CoverageAnswer, screen: Screen): string {
  const days = [...new Set(answer.rows.map(({ day }) => day))];
  const shown = [...new Set(answer.rows.map(({ breakdown }) => breakdown))];
  const states = new Map(answer.rows.map((row) => [`${row.day} ${row.breakdown}`, row.state]));
  const stateOf = (day: Day, breakdown: Breakdown) =>
    states.get(`${day} ${breakdown}`) ?? ('missing' as const);
  const nameWidth = Math.max(...shown.map((breakdown) => breakdown.length), '2026-11'.length);
  const perGrid = Math.max(1, Math.floor((screen.columns - nameWidth) / 4));
  const grids = gridsOf(days, perGrid).map((part) => {
    const [first = ''] = part;
    return table(
      shown,
      [
        { head: first.slice(0, 7), kind: 'left', cell: (breakdown) => breakdown },
        ...part.map((day) => ({
          head: day.slice(8),
          kind: 'right' as const,
          cell: (breakdown: Breakdown) => painted(stateOf(day, breakdown), screen.paint),
        })),
      ],
      screen,
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

function painted(state: DayState, paint: Paint): string {
  return paint(marks[state].style, marks[state].mark);
}

function legend(paint: Paint): string {
  const parts = Object.values(marks).map(
    ({ mark, style, words }) => `${paint(style, mark)} ${words}`,
  );
  return parts.join('   ');
}
