import type { NumOfDays } from '@clarity-keep/core';
import { addDays, oldestDayOfWindow, reportingDay } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { FactsOfCall } from './response-facts.ts';
import { settleDays } from './settle-days.ts';

const MISDATED = `SELECT id AS callId, num_of_days AS numOfDays, window_end AS windowEnd FROM api_calls
  WHERE project_id = ? AND origin = 'collect' AND state = 'answered' AND format = 'insights' AND window_end > ?`;

const SET_APART = `UPDATE api_calls SET state = 'misdated', parsed_at = NULL,
    error = 'The clock of this machine was ahead, so the days of this response are not known.' WHERE id = ?`;

/** Clocks that are right differ by less. */
const TOLERANCE_MS = 10 * 60_000;

interface MisdatedRow {
  callId: number;
  numOfDays: NumOfDays;
  windowEnd: string;
}

/**
 * Sets responses apart that are dated after `now`: this machine's clock was ahead when they were collected, so
 * nobody knows their windows. Their days get their facts from the other responses; the raw responses stay. Call it
 * only when `now` is known to be right, for a clock that is behind makes every response look misdated. Session
 * records carry their own instants and stay.
 *
 * @returns how many were set apart.
 */
export function setMisdatedApart(
  db: Database,
  {
    projectId,
    timeZone,
    now,
    factsOf,
  }: { projectId: string; timeZone: string; now: Date; factsOf: FactsOfCall },
): number {
  const latest = new Date(now.getTime() + TOLERANCE_MS).toISOString();
  return db.sql
    .transaction(() => {
      const misdated = prepared(db, MISDATED).all(projectId, latest) as MisdatedRow[];
      for (const { callId } of misdated) {
        prepared(db, SET_APART).run(callId);
        prepared(db, 'DELETE FROM answered_breakdowns WHERE api_call_id = ?').run(callId);
      }
      const ends = new Set(misdated.map(({ windowEnd }) => windowEnd.slice(0, 13)));
      for (const hour of ends) {
        const end = new Date(`${hour}:00:00Z`);
        settleDays(db, {
          projectId,
          timeZone,
          from: addDays(oldestDayOfWindow(end, 3, timeZone), -1),
          to: addDays(reportingDay(end, timeZone), 2),
          factsOf,
        });
      }
      return misdated.length;
    })
    .immediate();
}
