import { MAX_COUNT } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';

const sessionNumbers = [
  'duration_seconds',
  'page_views',
  'rage_clicks',
  'dead_clicks',
  'scroll_depth',
] as const;

/** SQL that is true of a session record that would be left out today for one of its numbers. */
export const isImpossibleSession = `(${sessionNumbers
  .map(
    (column) =>
      `typeof(${column}) NOT IN ('integer', 'real') OR ${column} NOT BETWEEN 0 AND ${MAX_COUNT}`,
  )
  .join(' OR ')})`;

/** Session records that a version without bounds has taken in, and that none would take in today. */
export function removeImpossibleSessions(db: Database, projectId: string): number {
  const { changes } = db.sql
    .prepare(`DELETE FROM sessions WHERE project_id = ? AND ${isImpossibleSession}`)
    .run(projectId);
  return changes;
}
