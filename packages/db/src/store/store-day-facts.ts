import type { Breakdown, CoverageClaim, Day, DayState, SegmentFact } from '@clarity-keep/core';
import { takesOver } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { measureColumns, measureValues } from './fact-columns.ts';
import { internSegment } from './intern-segments.ts';

export interface FactCounts {
  inserted: number;
  replaced: number;
  unchanged: number;
}

export interface DayClaim extends CoverageClaim {
  projectId: string;
  breakdown: Breakdown;
  day: Day;
  state: Exclude<DayState, 'missing'>;
  method: 'direct' | 'differenced';
  callId: number;
  facts: readonly SegmentFact[];
}

const KEY = 'project_id = @projectId AND breakdown = @breakdown AND day = @day';

/**
 * Stores the facts of one day and breakdown, if the window behind them covers more of the day than the
 * one that holds it. The loser stays in the archive and adds nothing; a vanished segment's fact goes.
 * Call it inside a write transaction.
 */
export function storeDayFacts(db: Database, claim: DayClaim): FactCounts {
  const holder = readHolder(db, claim);
  if (holder?.callId !== claim.callId && !takesOver(claim, holder)) {
    return { inserted: 0, replaced: 0, unchanged: claim.facts.length };
  }
  const counts = writeFacts(db, claim);
  prepared(
    db,
    `INSERT INTO day_coverage (project_id, breakdown, day, state, api_call_id, overlap_seconds, window_end)
     VALUES (@projectId, @breakdown, @day, @state, @callId, @overlapSeconds, @windowEnd)
     ON CONFLICT DO UPDATE SET state = excluded.state, api_call_id = excluded.api_call_id,
       overlap_seconds = excluded.overlap_seconds, window_end = excluded.window_end`,
  ).run({
    projectId: claim.projectId,
    breakdown: claim.breakdown,
    day: claim.day,
    state: claim.state,
    callId: claim.callId,
    overlapSeconds: claim.overlapSeconds,
    windowEnd: claim.windowEnd.toISOString(),
  });
  return counts;
}

function readHolder(
  db: Database,
  { projectId, breakdown, day }: DayClaim,
): (CoverageClaim & { callId: number | null }) | null {
  const row = prepared(
    db,
    `SELECT overlap_seconds AS overlapSeconds, window_end AS windowEnd, api_call_id AS callId
     FROM day_coverage WHERE ${KEY}`,
  ).get({ projectId, breakdown, day }) as
    | { overlapSeconds: number; windowEnd: string; callId: number | null }
    | undefined;
  return row === undefined ? null : { ...row, windowEnd: new Date(row.windowEnd) };
}

function writeFacts(db: Database, { projectId, breakdown, day, ...claim }: DayClaim): FactCounts {
  const stored = prepared(
    db,
    `SELECT segment_id, ${measureColumns.join(', ')} FROM day_facts WHERE ${KEY}`,
  )
    .raw()
    .all({ projectId, breakdown, day }) as (number | null)[][];
  const vanished = new Map(stored.map(([segmentId, ...values]) => [segmentId, values]));
  const upsert = prepared(db, UPSERT);
  const counts: FactCounts = { inserted: 0, replaced: 0, unchanged: 0 };
  for (const { segment, measures } of claim.facts) {
    const segmentId = internSegment(db, segment);
    const values = measureValues(measures);
    const known = vanished.get(segmentId);
    vanished.delete(segmentId);
    if (known === undefined) counts.inserted += 1;
    else if (known.every((value, index) => value === values[index])) counts.unchanged += 1;
    else counts.replaced += 1;
    upsert.run([projectId, breakdown, day, segmentId, claim.method, claim.callId, ...values]);
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
