import type { Database } from '../file/open-database.ts';

export interface ArchiveHealth {
  /** Stored but not yet parsed: the next collection parses them. */
  unread: number;
  /** Stored, but understood neither by this version nor by an earlier one. */
  notUnderstood: number;
  /** The newest three reasons why. */
  reasons: string[];
  /** Reserved before `since` without an outcome: the process ended during the call. */
  unsettled: number;
}

const SQL = `SELECT
    COUNT(*) FILTER (WHERE state = 'answered' AND body IS NOT NULL AND parsed_at IS NULL AND error IS NULL) AS unread,
    COUNT(*) FILTER (WHERE state = 'answered' AND body IS NOT NULL AND error IS NOT NULL) AS notUnderstood,
    COUNT(*) FILTER (WHERE state = 'reserved' AND requested_at < @since) AS unsettled
  FROM api_calls`;

const REASONS = `SELECT error FROM api_calls
  WHERE state = 'answered' AND body IS NOT NULL AND error IS NOT NULL GROUP BY error ORDER BY MAX(id) DESC LIMIT 3`;

/** What in the archive needs attention. */
export function loadArchiveHealth(db: Database, { since }: { since: Date }): ArchiveHealth {
  // An aggregate without GROUP BY has exactly one row.
  const counts = db.sql.prepare(SQL).get({ since: since.toISOString() }) as Omit<
    ArchiveHealth,
    'reasons'
  >;
  return { ...counts, reasons: db.sql.prepare<[], string>(REASONS).pluck().all() };
}
