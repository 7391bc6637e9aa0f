import type { Database } from '../file/open-database.ts';
import { hashOfBody, unpackBody } from './packed-body.ts';

export interface CheckedBodies {
  checked: number;
  /** Calls whose stored body is not what Clarity sent. */
  damaged: { callId: number; why: BodyDamage }[];
}

export type BodyDamage = 'does not unpack' | 'has another hash' | 'is not there';

interface BodyRow {
  body: Buffer | null;
  sha256: string | null;
}

const ANSWERS = `SELECT id FROM api_calls
  WHERE body IS NOT NULL OR (state = 'answered' AND pruned_at IS NULL) ORDER BY id`;

const BODY = 'SELECT body, body_sha256 AS sha256 FROM api_calls WHERE id = ?';

/** Unpacks every raw body and compares it with the hash of what was received. */
export async function checkBodies(
  { sql }: Database,
  onProgress: (done: number, total: number) => void,
): Promise<CheckedBodies> {
  const ids = sql.prepare<[], number>(ANSWERS).pluck().all();
  const read = sql.prepare<[number], BodyRow>(BODY);
  const damaged: CheckedBodies['damaged'] = [];
  for (const [index, callId] of ids.entries()) {
    onProgress(index, ids.length);
    const why = await damageOf(() => read.get(callId));
    if (why !== null) damaged.push({ callId, why });
  }
  onProgress(ids.length, ids.length);
  return { checked: ids.length, damaged };
}

async function damageOf(read: () => BodyRow | undefined): Promise<BodyDamage | null> {
  let received: Buffer;
  let sha256: string | null;
  try {
    const row = read();
    if (row === undefined || row.body === null) return 'is not there';
    ({ sha256 } = row);
    received = unpackBody(row.body);
  } catch {
    // Whether the database page or the compression is damaged, the body is lost.
    return 'does not unpack';
  }
  return hashOfBody(received) === sha256 ? null : 'has another hash';
}
