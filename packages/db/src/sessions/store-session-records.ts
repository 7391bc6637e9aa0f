import type { Day, NumOfDays, SessionRecord, UrlRules } from '@clarity-keep/core';
import { overlapSeconds, rollingWindow } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { rebuildSessionDays } from './rebuild-session-days.ts';
import { beginSessionBatch } from './session-batch.ts';
import type { AnswerReading } from '../archive/mark-read.ts';
import { markRead } from '../archive/mark-read.ts';
import type { FactCounts } from '../facts/write-facts.ts';

export interface SessionAnswerToStore {
  projectId: string;
  timeZone: string;
  windowEnd: Date;
  numOfDays: NumOfDays;
  reading: AnswerReading;
  records: readonly SessionRecord[];
  rules: UrlRules;
  /** The day of sessions that no narrower window has shown. */
  day: Day;
  /** False if the day is a guess, because no narrower window was collected. */
  isDayKnown: boolean;
}

/** Stores a response of session records and rebuilds the facts of its day, in one transaction. */
export function storeSessionRecords(
  db: Database,
  input: SessionAnswerToStore,
): { facts: FactCounts; inserted: number; duplicates: number } {
  const { projectId, timeZone, windowEnd, numOfDays, reading, records, rules, day } = input;
  return db.sql
    .transaction(() => {
      markRead(db, reading);
      const batch = beginSessionBatch(db, { projectId, rules, callId: reading.callId });
      const inserted = records.filter((record) => batch.add(record, day)).length;
      const { facts } = rebuildSessionDays(db, {
        projectId,
        callId: reading.callId,
        claims: new Map([
          [
            day,
            {
              state: stateOf(input),
              windowEnd,
              overlapSeconds: overlapSeconds(rollingWindow(windowEnd, numOfDays), day, timeZone),
            },
          ],
        ]),
      });
      return { facts, inserted, duplicates: records.length - inserted };
    })
    .immediate();
}

function stateOf({ reading, isDayKnown }: SessionAnswerToStore) {
  if (reading.truncated) return 'truncated';
  return isDayKnown ? 'complete' : 'estimated';
}
