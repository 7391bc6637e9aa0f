import type { Screen } from '@clarity-keep/command-line/table';
import type { Day } from '@clarity-keep/core';
import { breakdownName } from '@clarity-keep/core';
import type { coverageCalendar } from '@clarity-keep/queries';
import type * as z from 'zod';
import { coverageGrids, coverageLegend } from '../../../terminal/coverage-grid.ts';
import { answerText } from './answer-text.ts';

type CoverageAnswer = z.output<(typeof coverageCalendar)['output']>;

/** A grid of breakdowns and days. */
export function coverageText(answer: CoverageAnswer, screen: Screen): string {
  const days = [...new Set(answer.rows.map(({ day }) => day))];
  const named = answer.rows.map((row) => ({ ...row, name: breakdownName(row.breakdown) }));
  const rows = [...new Set(named.map(({ name }) => name))];
  const states = new Map(named.map((row) => [`${row.day} ${row.name}`, row.state]));
  const stateOf = (day: Day, name: string) => states.get(`${day} ${name}`) ?? ('missing' as const);
  const grids = coverageGrids({ rows, days, stateOf }, screen);
  return answerText(answer, [...grids, coverageLegend(screen)], screen);
}
