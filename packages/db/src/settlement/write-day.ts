import type { Breakdown, Day, DaySource, SegmentFact } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { measureColumns, measureValues } from '../facts/fact-columns.ts';
import { internSegment } from '../facts/intern-segment.ts';

export interface FactCounts {
  inserted: number;
  replaced: number;
  unchanged: number;
}

export interface DayKey {
  projectId: string;
  breakdown: Breakdown;
  day: Day;
}

const KEY = 'project_id = @projectId AND breakdown = @breakdown AND day = @day';

/**
 * Makes the facts of one day and breakdown those of a source; a vanished segment's fact goes. Call it
 * inside a write transaction.
 */
export function writeDay(
  db: Database,
  key: DayKey,
  { source, facts }: { source: DaySource; facts: readonly SegmentFact[] },
): FactCounts {
  const counts = writeFacts(db, key, { source, facts });
  coverDay(db, key, source);
  return counts;
}

/** Notes where the facts of a day come from, and what is to be thought of them. */
export function coverDay(
  db: Database,
  { projectId, breakdown, day }: DayKey,
  { state, method, callId, subtractedCallId, overlapSeconds, windowEnd }: DaySource,
): void {
  prepared(
    db,
    `INSERT INTO day_coverage (project_id, breakdown, day, state, method, api_call_id, subtracted_call_id,
       overlap_seconds, window_end)
     VALUES (@projectId, @breakdown, @day, @state, @method, @callId, @subtractedCallId, @overlapSeconds, @windowEnd)
     ON CONFLICT DO UPDATE SET state = excluded.state, method = excluded.method,
       api_call_id = excluded.api_call_id, subtracted_call_id = excluded.subtracted_call_id,
       overlap_seconds = excluded.overlap_seconds, window_end = excluded.window_end`,
  ).run({
    projectId,
    breakdown,
    day,
    state,
    method,
    callId,
    subtractedCallId,
    overlapSeconds,
    windowEnd: windowEnd.toISOString(),
  });
}

/** Takes a day back that no answer gives any longer. */
export function removeDay(db: Database, key: DayKey): void {
  const { projectId, breakdown, day } = key;
  for (const table of ['day_facts', 'day_coverage', 'reconciliations']) {
    prepared(db, `DELETE FROM ${table} WHERE ${KEY}`).run({ projectId, breakdown, day });
  }
}

function writeFacts(
  db: Database,
  { projectId, breakdown, day }: DayKey,
  { source, facts }: { source: DaySource; facts: readonly SegmentFact[] },
): FactCounts {
  const stored = prepared(
    db,
    `SELECT segment_id, ${measureColumns.join(', ')} FROM day_facts WHERE ${KEY}`,
  )
    .raw()
    .all({ projectId, breakdown, day }) as (number | null)[][];
  const vanished = new Map(stored.map(([segmentId, ...values]) => [segmentId, values]));
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
  const remove = prepared(db, `DELETE FROM day_facts WHERE ${KEY} AND segment_id = @segmentId`);
  for (const segmentId of vanished.keys()) remove.run({ projectId, breakdown, day, segmentId });
  counts.replaced += vanished.size;
  return counts;
}

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
