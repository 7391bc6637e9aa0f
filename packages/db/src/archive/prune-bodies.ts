import { prunable } from './load-prunable-bodies.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

export interface PrunedBodies {
  answers: number;
  /** As stored, compressed. */
  bytes: number;
}

const OLDEST = `SELECT id, LENGTH(body) AS bytes FROM api_calls WHERE ${prunable} ORDER BY id LIMIT @limit`;

const DELETE_BODIES = `UPDATE api_calls SET body = NULL, pruned_at = @now
  WHERE id IN (SELECT value FROM json_each(@ids))`;

/**
 * Deletes the raw bodies of at most `limit` responses, in one short transaction, so that others can write
 * in between. Their facts, rows in the ledger and hashes stay. Call it until it returns no answers.
 */
export function pruneBodies(
  db: Database,
  { before, now, limit }: { before: Date; now: Date; limit: number },
): PrunedBodies {
  return db.sql
    .transaction(() => {
      const found = prepared(db, OLDEST).all({ before: before.toISOString(), limit }) as {
        id: number;
        bytes: number;
      }[];
      const ids = JSON.stringify(found.map(({ id }) => id));
      prepared(db, DELETE_BODIES).run({ ids, now: now.toISOString() });
      return { answers: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) };
    })
    .immediate();
}
