import { MAX_COUNT } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';

const sessionNumbers = [
  'duration_seconds',
  'page_views',
  'rage_clicks',
  'dead_clicks',
  'scroll_depth',
] as const;

/** SQL that is true for a session record with a number that no version should have stored. Null is unknown. */
export const isImpossibleSession = `(${sessionNumbers
  .map(
    (column) =>
      `typeof(${column}) NOT IN ('integer', 'real', 'null') OR ${column} NOT BETWEEN 0 AND ${MAX_COUNT}`,
  )
  .join(' OR ')})`;

/** Deletes session records with impossible numbers, which an early version accepted; returns how many. */
export function removeImpossibleSessions(db: Database, projectId: string): number {
  const { changes } = db.sql
    .prepare(`DELETE FROM sessions WHERE project_id = ? AND ${isImpossibleSession}`)
    .run(projectId);
  return changes;
}
