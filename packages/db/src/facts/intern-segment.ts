import type { Segment } from '@clarity-keep/core';
import { dimensions } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const COLUMNS = ['breakdown', ...dimensions];
const SELECT = `SELECT id FROM segments WHERE ${COLUMNS.map((column) => `${column} = ?`).join(' AND ')}`;
const INSERT = `INSERT INTO segments (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;

/** The id of a segment, which is added if it is new. Call it inside a write transaction. */
export function internSegment(db: Database, { breakdown, values }: Segment): number {
  const row = [breakdown, ...dimensions.map((dimension) => values[dimension] ?? '')];
  const known = prepared(db, SELECT).pluck().get(row);
  return Number(known ?? prepared(db, INSERT).run(row).lastInsertRowid);
}
