import { addDays, oldestDayOfWindow, reportingDay } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import type { AnswerReading } from '../archive/mark-read.ts';
import { markAnswered } from '../archive/mark-read.ts';
import type { AnswerFacts, FactsOfCall } from './response-facts.ts';
import type { SettledDays } from './settle-days.ts';
import { settleDays } from './settle-days.ts';

export interface InsightsToStore {
  projectId: string;
  timeZone: string;
  windowEnd: Date;
  reading: AnswerReading;
  facts: AnswerFacts;
  /** The facts of the other responses. */
  factsOf: FactsOfCall;
}

/**
 * Marks an aggregated response as parsed and settles the days that it can say something about, in one
 * transaction. Days that have their facts from an earlier parsing of it get them again.
 */
export function storeInsights(db: Database, input: InsightsToStore): SettledDays {
  const { projectId, timeZone, windowEnd, reading, facts, factsOf } = input;
  return db.sql
    .transaction(() => {
      markAnswered(db, reading, facts);
      const settled = settleDays(db, {
        projectId,
        timeZone,
        // A wider response of some minutes before may be differenced with this one, and this one may share
        // hours with the day after.
        from: addDays(oldestDayOfWindow(windowEnd, 3, timeZone), -1),
        to: addDays(reportingDay(windowEnd, timeZone), 1),
        reread: reading.callId,
        factsOf: (callId) => (callId === reading.callId ? facts : factsOf(callId)),
      });
      const ofThis = settled.impossible.filter(({ callId }) => callId === reading.callId);
      return { ...settled, impossible: ofThis };
    })
    .immediate();
}
