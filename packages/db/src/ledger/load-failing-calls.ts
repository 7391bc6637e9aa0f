import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const FAILED =
  "(state = 'failed' OR (state = 'answered' AND parsed_at IS NULL AND error IS NOT NULL))";

const FAILING = `SELECT dimensions FROM api_calls a
  WHERE project_id = @projectId AND origin = 'collect' AND requested_at >= @since AND ${FAILED}
    AND NOT EXISTS (SELECT 1 FROM api_calls b WHERE b.project_id = a.project_id AND b.origin = 'collect'
      AND b.dimensions = a.dimensions AND b.id > a.id)`;

/** The dimensions, as sent, whose newest call since an instant brought no usable response. */
export function loadFailingDimensions(
  db: Database,
  { projectId, since }: { projectId: string; since: Date },
): string[][] {
  const rows = prepared(db, FAILING).pluck().all({ projectId, since: since.toISOString() });
  return (rows as string[]).map((dimensions) => (dimensions === '' ? [] : dimensions.split(',')));
}

const LAST = `SELECT ${FAILED} FROM api_calls
  WHERE project_id = @projectId AND origin = 'collect' AND requested_at >= @since AND state <> 'reserved'`;

const LAST_OF_ALL = `${LAST} ORDER BY id DESC LIMIT 1`;
const LAST_OF_SAME = `${LAST} AND dimensions = @dimensions ORDER BY id DESC LIMIT 1`;

/** A run a day: what failed before that may well work again. */
const LATELY_MS = 12 * 3_600_000;

/**
 * Whether calls have been failing for the last hours: the last of all calls, or the last one with the same
 * dimensions, brought no usable response.
 */
export function isFailingLately(
  db: Database,
  { projectId, dimensions, now }: { projectId: string; dimensions: readonly string[]; now: Date },
): boolean {
  const key = { projectId, since: new Date(now.getTime() - LATELY_MS).toISOString() };
  const same = { ...key, dimensions: dimensions.join(',') };
  return (
    prepared(db, LAST_OF_ALL).pluck().get(key) === 1 ||
    prepared(db, LAST_OF_SAME).pluck().get(same) === 1
  );
}
