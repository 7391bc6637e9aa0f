import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { AlertRow } from './alert-row.ts';

/** Longer than posting a message can take: a process that has held a claim for so long has died. */
const ABANDONED_AFTER_MS = 120_000;

// A claim from the future comes from a clock that was corrected since.
const SQL = `UPDATE alerts SET claimed_at = @now
  WHERE project_id = @projectId AND kind = @kind AND subject = @subject AND notified_at IS NULL
    AND (claimed_at IS NULL OR claimed_at NOT BETWEEN @earliest AND @latest)`;

/**
 * Claims an alert that was not delivered and that no other process is delivering: true for exactly one of
 * several that try. The claim lasts until the alert is delivered or released, or its holder must have died.
 */
export function claimAlert(db: Database, alert: AlertRow, now: Date): boolean {
  const { changes } = prepared(db, SQL).run({
    ...alert,
    now: now.toISOString(),
    earliest: new Date(now.getTime() - ABANDONED_AFTER_MS).toISOString(),
    latest: new Date(now.getTime() + ABANDONED_AFTER_MS).toISOString(),
  });
  return changes === 1;
}
