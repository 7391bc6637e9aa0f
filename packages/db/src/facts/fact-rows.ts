import type { Breakdown, Day, DayState, Dimension } from '@clarity-keep/core';
import { breakdowns, dimensions, MAX_COUNT, possibleCount, signals } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { MeasureColumn, WeightedMeasure } from './fact-columns.ts';
import {
  knownSessions,
  largestMeans,
  measureColumns,
  signalColumn,
  weightedMeasures,
} from './fact-columns.ts';
import { inRange } from './sums/fact-range.ts';
import type { KeptDays, RowSource } from './row-source.ts';
import { boundsOf } from './row-source.ts';

/**
 * A day fact with all its dimensions and measures, and with averages as in the views. Dimensions outside its
 * breakdown are empty; null means unknown.
 */
export type FactRow = {
  project_id: string;
  day: Day;
  breakdown: Breakdown;
  /** The state of the day in this breakdown. */
  state: DayState | null;
  method: 'direct' | 'differenced' | 'sessions';
  /** Null, like every measure, if the stored value is impossible. */
  sessions: number | null;
} & Record<Dimension, string> &
  Record<Exclude<MeasureColumn, 'sessions'> | WeightedMeasure, number | null>;

/** Decimals of the averages, as in the views. */
const decimals: Record<WeightedMeasure, number> = {
  scroll_depth: 2,
  total_seconds: 1,
  active_seconds: 1,
};

const expressions = new Map<keyof FactRow, string>([
  ['project_id', 'f.project_id'],
  ['day', 'f.day'],
  ['breakdown', 'f.breakdown'],
  ['state', 'c.state'],
  ['method', 'f.method'],
  ...dimensions.map((dimension) => [dimension, `s.${dimension}`] as const),
  ...measureColumns.map((column) => [column, `f.${column}`] as const),
  ...signals.map(
    (signal) => [`${signalColumn[signal]}_known_sessions`, knownSessions(signal)] as const,
  ),
  ...weightedMeasures.map(
    (measure) =>
      [measure, `ROUND(f.${measure}_sum / f.${measure}_weight, ${decimals[measure]})`] as const,
  ),
]);

// Facts come first in the join, so that rows arrive in the order of their key and nothing is sorted.
const ROWS = `SELECT ${[...expressions].map(([column, sql]) => `${sql} AS ${column}`).join(', ')}
  FROM day_facts f
  CROSS JOIN segments s ON s.id = f.segment_id
  LEFT JOIN day_coverage c ON c.project_id = f.project_id AND c.breakdown = f.breakdown AND c.day = f.day
  WHERE ${inRange} ORDER BY f.day, f.segment_id`;

const COUNT = `SELECT COUNT(*) FROM day_facts f WHERE ${inRange}`;

const counts = measureColumns.filter((column) => !column.endsWith('_sum'));

/** Impossible values become unknown. */
function possibleFact(row: FactRow): FactRow {
  for (const column of counts) row[column] = possibleCount(row[column], 1);
  for (const measure of weightedMeasures) {
    const most = largestMeans[measure];
    const sum = row[`${measure}_sum`];
    if (sum !== null && !(sum >= 0 && sum <= most * MAX_COUNT)) row[`${measure}_sum`] = null;
    const mean = row[measure];
    if (mean !== null && !(mean >= 0 && mean <= most)) row[measure] = null;
  }
  return row;
}

/** The day facts of a project, by breakdown and day; only some breakdowns if given. */
export function factRows(
  db: Database,
  { breakdowns: asked, ...kept }: KeptDays & { breakdowns?: readonly Breakdown[] | undefined },
): RowSource<FactRow> {
  const ranges = breakdowns
    .filter((breakdown) => asked?.includes(breakdown) ?? true)
    .map((breakdown) => ({ projectId: kept.projectId, breakdown, ...boundsOf(kept) }));
  return {
    columns: [...expressions.keys()],
    count: () =>
      ranges.reduce((sum, range) => sum + Number(prepared(db, COUNT).pluck().get(range)), 0),
    *rows() {
      // One transaction, so that all statements see the same state.
      db.sql.exec('BEGIN');
      try {
        for (const range of ranges) {
          for (const row of db.sql.prepare<[object], FactRow>(ROWS).iterate(range)) {
            yield possibleFact(row);
          }
        }
      } finally {
        db.sql.exec('COMMIT');
      }
    },
  };
}
