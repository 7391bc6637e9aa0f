import type { Database } from '../file/open-database.ts';

export interface ArchiveHealth {
  /** Kept and not read yet: the next collection reads them. */
  unread: number;
  /** Kept, and neither read by this version nor by an earlier one. */
  notUnderstood: number;
  /** Why, of the newest three reasons. */
  reasons: string[];
  /** Reserved before `since` and never settled: the process ended during the call. */
  unsettled: number;
}

const SQL = `SELECT
    COUNT(*) FILTER (WHERE state = 'answered' AND body IS NOT NULL AND parsed_at IS NULL AND error IS NULL) AS unread,
    COUNT(*) FILTER (WHERE state = 'answered' AND body IS NOT NULL AND error IS NOT NULL) AS notUnderstood,
    COUNT(*) FILTER (WHERE state = 'reserved' AND requested_at < @since) AS unsettled
  FROM api_calls`;

const REASONS = `SELECT error FROM api_calls
  WHERE state = 'answered' AND body IS NOT NULL AND error IS NOT NULL GROUP BY error ORDER BY MAX(id) DESC LIMIT 3`;

/** What of the archive waits for something. */
export function loadArchiveHealth(db: Database, { since }: { since: Date }): ArchiveHealth {
  // An aggregate without GROUP BY has exactly one row.
  const counts = db.sql.prepare(SQL).get({ since: since.toISOString() }) as Omit<
    ArchiveHealth,
    'reasons'
  >;
  return { ...counts, reasons: db.sql.prepare<[], string>(REASONS).pluck().all() };
}
