import type { Database, FactRow, RowSource } from '@clarity-keep/db';
import { factRows, saveProject } from '@clarity-keep/db';

/** More rows than any pipe or stream holds on its way. */
export const LARGE = 120_000;

/** Facts of as many pages on one day. */
export function largeFacts(db: Database): RowSource<FactRow> {
  saveProject(db, { id: 'shop', name: 'Shop', timeZone: 'UTC' }, new Date('2026-11-20T05:00:00Z'));
  db.sql.exec(
    `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${LARGE})
     INSERT INTO segments (breakdown, page) SELECT 'page', 'https://shop.example/p/' || value FROM n;
     INSERT INTO day_facts (project_id, breakdown, day, segment_id, sessions, method)
       SELECT 'shop', 'page', '2026-11-16', id, id % 7, 'direct' FROM segments`,
  );
  return factRows(db, { projectId: 'shop', from: null, to: null });
}
