import type { Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { FactRange } from './sums/fact-range.ts';

const SAMPLES = 8;

const SQL = `SELECT COUNT(*) FROM day_facts
  WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day`;

/** How many facts a day has on average, judged by a few of the days, including the first and the last. */
export function estimateFactsOfDay(
  db: Database,
  {
    projectId,
    breakdown,
    days,
  }: Pick<FactRange, 'projectId' | 'breakdown'> & { days: readonly Day[] },
): number {
  const step = Math.max(1, (days.length - 1) / (SAMPLES - 1));
  const samples = new Set(
    Array.from({ length: SAMPLES }, (_, index) => days[Math.round(index * step)]),
  );
  samples.delete(undefined);
  if (samples.size === 0) return 0;
  let facts = 0;
  for (const day of samples) {
    facts += Number(prepared(db, SQL).pluck().get({ projectId, breakdown, day }));
  }
  return facts / samples.size;
}
