import type { Breakdown, BreakdownFacts, Day, NumOfDays } from '@clarity-keep/core';
import {
  addDays,
  MAX_SHARED_SECONDS,
  overlapSeconds,
  reportingDay,
  rollingWindow,
} from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import type { FactCounts } from './store-day-facts.ts';
import { storeDayFacts } from './store-day-facts.ts';

/** What was read off an answer, for its row in the archive. */
export interface AnswerReading {
  callId: number;
  format: 'insights' | 'sessions';
  /** Null when the answer must not be counted. */
  breakdown: Breakdown | null;
  rows: number;
  truncated: boolean;
  unrecognised: readonly string[];
  parserVersion: number;
  parsedAt: Date;
}

export interface InsightsToStore {
  projectId: string;
  timeZone: string;
  windowEnd: Date;
  numOfDays: NumOfDays;
  reading: AnswerReading;
  facts: readonly BreakdownFacts[];
}

/**
 * Stores the facts of an answer and marks it as read, in one transaction. Only a one-day window is a
 * day; wider ones stay in the archive until they can be differenced.
 */
export function storeInsights(db: Database, input: InsightsToStore): FactCounts {
  const { projectId, timeZone, windowEnd, numOfDays, reading } = input;
  const total: FactCounts = { inserted: 0, replaced: 0, unchanged: 0 };
  db.sql
    .transaction(() => {
      markRead(db, reading);
      if (numOfDays !== 1) return;
      const day = reportingDay(windowEnd, timeZone);
      const overlap = overlapSeconds(rollingWindow(windowEnd, numOfDays), day, timeZone);
      for (const { breakdown, truncated, facts } of input.facts) {
        const counts = storeDayFacts(db, {
          projectId,
          breakdown,
          day,
          facts,
          state: truncated
            ? 'truncated'
            : sharesHours(db, { projectId, breakdown, day, windowEnd })
              ? 'estimated'
              : 'complete',
          method: 'direct',
          callId: reading.callId,
          overlapSeconds: overlap,
          windowEnd,
        });
        total.inserted += counts.inserted;
        total.replaced += counts.replaced;
        total.unchanged += counts.unchanged;
      }
    })
    .immediate();
  return total;
}

/** Whether much of a day's window is counted on the day before as well, by the window that holds that. */
function sharesHours(
  db: Database,
  {
    projectId,
    breakdown,
    day,
    windowEnd,
  }: { projectId: string; breakdown: Breakdown; day: Day; windowEnd: Date },
): boolean {
  const endBefore = prepared(
    db,
    `SELECT window_end FROM day_coverage WHERE project_id = ? AND breakdown = ? AND day = ?`,
  )
    .pluck()
    .get(projectId, breakdown, addDays(day, -1)) as string | undefined;
  if (endBefore === undefined) return false;
  const { start } = rollingWindow(windowEnd, 1);
  return (Date.parse(endBefore) - start.getTime()) / 1000 > MAX_SHARED_SECONDS;
}

/** Call it inside the transaction that stores what was read. */
export function markRead(db: Database, reading: AnswerReading): void {
  prepared(
    db,
    `UPDATE api_calls SET format = @format, breakdown = @breakdown, rows = @rows, truncated = @truncated,
       unrecognised = @unrecognised, parser_version = @parserVersion, parsed_at = @parsedAt, error = NULL
     WHERE id = @callId`,
  ).run({
    ...reading,
    truncated: reading.truncated ? 1 : 0,
    unrecognised: reading.unrecognised.length === 0 ? null : JSON.stringify(reading.unrecognised),
    parsedAt: reading.parsedAt.toISOString(),
  });
}
