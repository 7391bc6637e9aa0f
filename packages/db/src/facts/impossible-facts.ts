import { MAX_COUNT } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import type { MeasureColumn } from './fact-columns.ts';
import { largestMeans, measureColumns, weightedMeasures } from './fact-columns.ts';

/** Tolerates rounding in the last digits of sums. */
const TOLERANCE = 1.001;

/** SQL that is true where a column of `day_facts` has a value its measure cannot have. Null (unknown) is possible. */
const impossibleInFact: ReadonlyMap<MeasureColumn, string> = new Map(
  measureColumns.map((column) => [column, impossible(column)]),
);

/** SQL that is true for a fact with any impossible value. */
export const isImpossibleFact = `(${[...impossibleInFact.values()].join(' OR ')})`;

const WITHOUT_SESSIONS = `project_id = @projectId AND ${impossibleInFact.get('sessions')}`;

const MARK = `UPDATE day_coverage SET state = 'truncated'
  WHERE project_id = @projectId AND EXISTS (SELECT 1 FROM day_facts f
    WHERE f.project_id = day_coverage.project_id AND f.breakdown = day_coverage.breakdown
      AND f.day = day_coverage.day AND ${impossibleInFact.get('sessions')})`;

const others = [...impossibleInFact].filter(([column]) => column !== 'sessions');

const MAKE_UNKNOWN = `UPDATE day_facts
  SET ${others.map(([column, isImpossible]) => `${column} = CASE WHEN ${isImpossible} THEN NULL ELSE ${column} END`).join(', ')}
  WHERE project_id = @projectId AND ${isImpossibleFact}`;

/**
 * Removes impossible values from the facts of a project, where no raw body is left to rebuild them from: a
 * measure becomes unknown, and a fact with impossible sessions is deleted and its day marked as cut off. Call
 * it inside a write transaction.
 *
 * @returns how many facts were changed or removed.
 */
export function removeImpossibleFacts(db: Database, projectId: string): number {
  db.sql.prepare(MARK).run({ projectId });
  const removed = db.sql
    .prepare(`DELETE FROM day_facts WHERE ${WITHOUT_SESSIONS}`)
    .run({ projectId });
  const mended = db.sql.prepare(MAKE_UNKNOWN).run({ projectId });
  return removed.changes + mended.changes;
}

function impossible(column: MeasureColumn): string {
  const measure = weightedMeasures.find((name) => column === `${name}_sum`);
  if (measure !== undefined) {
    const most = `${largestMeans[measure] * TOLERANCE} * ${measure}_weight`;
    return `(${column} IS NOT NULL AND (typeof(${column}) NOT IN ('integer', 'real') OR ${beyond(column, most)}))`;
  }
  const isShare = column.endsWith('_sessions') && column !== 'bot_sessions';
  const beyondSessions = isShare ? ` OR ${column} > sessions` : '';
  return `(${column} IS NOT NULL AND (typeof(${column}) <> 'integer' OR ${beyond(column, MAX_COUNT)}${beyondSessions}))`;
}

function beyond(column: string, most: number | string): string {
  return `${column} NOT BETWEEN 0 AND ${most}`;
}
