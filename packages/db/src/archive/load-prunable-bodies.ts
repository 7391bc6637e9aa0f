import type { Database } from '../file/open-database.ts';

export interface PrunableBodies {
  answers: number;
  /** As stored, compressed. */
  bytes: number;
  /** Ends of the oldest and the newest of their windows; null without any. */
  oldest: Date | null;
  newest: Date | null;
  /** Bodies of the same age that stay: they were not parsed, or nothing in them was counted. */
  kept: number;
}

/**
 * Which raw bodies may be deleted: the response was parsed and counted, and its window ended before
 * `@before`. All others are the only trace of what Clarity said.
 */
export const prunable = `window_end < @before AND body IS NOT NULL AND state = 'answered'
  AND parsed_at IS NOT NULL AND error IS NULL AND breakdown IS NOT NULL`;

const SQL = `SELECT COUNT(*) AS answers, COALESCE(SUM(LENGTH(body)), 0) AS bytes,
    MIN(window_end) AS oldest, MAX(window_end) AS newest,
    (SELECT COUNT(*) FROM api_calls WHERE window_end < @before AND body IS NOT NULL) - COUNT(*) AS kept
  FROM api_calls WHERE ${prunable}`;

/** What deleting the raw bodies of windows that ended before an instant would free. Changes nothing. */
export function loadPrunableBodies(db: Database, before: Date): PrunableBodies {
  const row = db.sql.prepare(SQL).get({ before: before.toISOString() }) as Omit<
    PrunableBodies,
    'oldest' | 'newest'
  > & { oldest: string | null; newest: string | null };
  return { ...row, oldest: dateOf(row.oldest), newest: dateOf(row.newest) };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
