import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Stored responses of a project that no version so far could parse. */
export interface UnreadableAnswers {
  count: number;
  /** The newest of them; null without any. */
  newest: { fetchedAt: Date; reason: string } | null;
}

const SQL = `SELECT window_end AS fetchedAt, error AS reason, COUNT(*) OVER () AS count FROM api_calls
  WHERE project_id = ? AND state = 'answered' AND body IS NOT NULL AND error IS NOT NULL
  ORDER BY id DESC LIMIT 1`;

/** How many responses of a project cannot be parsed, and why the newest cannot. */
export function loadUnreadableAnswers(db: Database, projectId: string): UnreadableAnswers {
  const row = prepared(db, SQL).get(projectId) as
    | { fetchedAt: string; reason: string; count: number }
    | undefined;
  if (row === undefined) return { count: 0, newest: null };
  const { fetchedAt, reason, count } = row;
  return { count, newest: { fetchedAt: new Date(fetchedAt), reason } };
}
