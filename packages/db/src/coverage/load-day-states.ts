import type { Day, DayState } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import type { FactRange } from '../facts/sums/fact-range.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT day, state FROM day_coverage
  WHERE project_id = @projectId AND breakdown = @breakdown AND day BETWEEN @from AND @to ORDER BY day`;

/** The states of the days of a range. A missing day is absent. */
export function loadDayStates(db: Database, range: FactRange): Map<Day, DayState> {
  const rows = prepared(db, SQL).raw().all(range) as [Day, DayState][];
  return new Map(rows);
}
