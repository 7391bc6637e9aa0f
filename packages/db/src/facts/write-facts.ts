import type { Breakdown, CoveredDay, Day, SegmentFact } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { measureColumns, measureValues } from './fact-columns.ts';
import { internSegment } from './intern-segment.ts';

export interface FactCounts {
  inserted: number;
  replaced: number;
  unchanged: number;
}

const OF_DAY = 'project_id = @projectId AND breakdown = @breakdown AND day = @day';

const STORED = `SELECT segment_id, ${measureColumns.join(', ')} FROM day_facts WHERE ${OF_DAY}`;

const FACT_COLUMNS = [
  'project_id',
  'breakdown',
  'day',
  'segment_id',
  'method',
  'api_call_id',
  ...measureColumns,
];

const UPSERT = `INSERT INTO day_facts (${FACT_COLUMNS.join(', ')})
  VALUES (${FACT_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${FACT_COLUMNS.slice(4)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

const REMOVE = `DELETE FROM day_facts WHERE ${OF_DAY} AND segment_id = @segmentId`;

/**
 * Replaces the facts of one day and breakdown by those of a source. The facts of segments that the source
 * does not have are deleted. Call it inside a write transaction.
 */
export function writeFacts(
  db: Database,
  { projectId, breakdown, day }: { projectId: string; breakdown: Breakdown; day: Day },
  {
    source,
    facts,
  }: { source: Pick<CoveredDay, 'method' | 'callId'>; facts: readonly SegmentFact[] },
): FactCounts {
  const rows = prepared(db, STORED).raw().all({ projectId, breakdown, day });
  const vanished = new Map(
    (rows as (number | null)[][]).map(([segmentId, ...values]) => [segmentId, values]),
  );
  const upsert = prepared(db, UPSERT);
  const counts: FactCounts = { inserted: 0, replaced: 0, unchanged: 0 };
  for (const { segment, measures } of facts) {
    const segmentId = internSegment(db, segment);
    const values = measureValues(measures);
    const known = vanished.get(segmentId);
    vanished.delete(segmentId);
    if (known === undefined) counts.inserted += 1;
    else if (known.every((value, index) => value === values[index])) counts.unchanged += 1;
    else counts.replaced += 1;
    upsert.run([projectId, breakdown, day, segmentId, source.method, source.callId, ...values]);
  }
  const remove = prepared(db, REMOVE);
  for (const segmentId of vanished.keys()) remove.run({ projectId, breakdown, day, segmentId });
  counts.replaced += vanished.size;
  return counts;
}
