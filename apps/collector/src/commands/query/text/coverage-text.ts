import type { Screen } from '@clarity-keep/command-line/table';
import type { Breakdown, Day } from '@clarity-keep/core';
import type { coverageCalendar } from '@clarity-keep/queries';
import type * as z from 'zod';
import { coverageGrids, coverageLegend } from '../../../terminal/coverage-grid.ts';
import { answerText } from './answer-text.ts';

type CoverageAnswer = z.output<(typeof coverageCalendar)['output']>;

/** A grid of breakdowns and days. */
export function coverageText(answer: CoverageAnswer, screen: Screen): string {
  const days = [...new Set(answer.rows.map(({ day }) => day))];
  const rows = [...new Set(answer.rows.map(({ breakdown }) => breakdown))];
  const states = new Map(answer.rows.map((row) => [`${row.day} ${row.breakdown}`, row.state]));
  const stateOf = (day: Day, breakdown: Breakdown) =>
    states.get(`${day} ${breakdown}`) ?? ('missing' as const);
  const grids = coverageGrids({ rows, days, stateOf }, screen);
  return answerText(answer, [...grids, coverageLegend(screen)], screen);
}
