import type { Day, PageSums } from '@clarity-keep/core';
import type { Database } from '../../file/open-database.ts';
import { readSums } from './read-sums.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

/** Adds up by segment id and only then looks each page up once. */
function sqlOf(columns: readonly string[]): string {
  return `SELECT s.page, ${columns.map((_, index) => `w.c${index}`).join(', ')}
  FROM (
    SELECT f.segment_id, ${columns.map((column, index) => `${column} AS c${index}`).join(', ')}
    FROM day_facts f
    WHERE f.project_id = @projectId AND f.breakdown = 'page' AND f.day IN (SELECT value FROM json_each(@days))
    GROUP BY f.segment_id
  ) w JOIN segments s ON s.id = w.segment_id`;
}

/** The signals of all pages added up over some days, which need not be consecutive. In no order. */
export function loadPageSignals(
  db: Database,
  { projectId, days }: { projectId: string; days: readonly Day[] },
): PageSums[] {
  const rows = readSums<[string, ...(number | null)[]]>(
    db,
    { columns: signalColumns, sqlOf },
    { projectId, days: JSON.stringify(days) },
  );
  return rows.flatMap((row) => {
    const sums = signalSumsAt(row, 1, days.length);
    return sums === null ? [] : [{ page: row[0], sums }];
  });
}
