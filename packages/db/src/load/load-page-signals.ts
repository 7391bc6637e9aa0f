import type { Day, PageSums } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

const NAMES = signalColumns.map((_, index) => `c${index}`);

// Adds up by segment id and only then looks the pages up, once each.
const SQL = `SELECT s.page, ${NAMES.map((name) => `w.${name}`).join(', ')}
  FROM (
    SELECT f.segment_id, ${signalColumns.map((column, index) => `${column} AS c${index}`).join(', ')}
    FROM day_facts f
    WHERE f.project_id = @projectId AND f.breakdown = 'page' AND f.day IN (SELECT value FROM json_each(@days))
    GROUP BY f.segment_id
  ) w JOIN segments s ON s.id = w.segment_id`;

/** The signals of all pages added up over some days, which need not be in a row. In no order. */
export function loadPageSignals(
  db: Database,
  { projectId, days }: { projectId: string; days: readonly Day[] },
): PageSums[] {
  const rows = prepared(db, SQL)
    .raw()
    .all({ projectId, days: JSON.stringify(days) }) as [string, ...(number | null)[]][];
  return rows.map((row) => ({ page: row[0], sums: signalSumsAt(row, 1) }));
}
