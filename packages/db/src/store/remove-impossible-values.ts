import type { Database } from '../open-database.ts';
import {
  impossibleInFact,
  isImpossibleFact,
  isImpossibleSession,
} from '../load/impossible-values.ts';

/** Session records that a version without bounds has taken in, and that none would take in today. */
export function removeImpossibleSessions(db: Database, projectId: string): number {
  const { changes } = db.sql
    .prepare(`DELETE FROM sessions WHERE project_id = ? AND ${isImpossibleSession}`)
    .run(projectId);
  return changes;
}

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
 * Takes out of the facts of a project what no question could answer, where no raw body is left to make
 * them anew from: a measure becomes unknown, and a fact without sessions goes, its day marked for it. Call
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
