import type { AnsweredWindow, Breakdown, Day, ComparedCounts } from '@clarity-keep/core';
import type { ResponseSummary } from '@clarity-keep/core';
import { reconcileDays } from '@clarity-keep/core';
import { loadCoverage } from '../coverage/load-coverage.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ImpossibleDifference } from './impossible-difference.ts';

interface ReconciliationsToStore {
  projectId: string;
  /** The days and breakdowns whose facts have changed. */
  touched: readonly { day: Day; breakdown: Breakdown }[];
  impossible: readonly ImpossibleDifference[];
  range: {
    from: Day;
    to: Day;
    timeZone: string;
    windows: ReadonlyMap<Breakdown, readonly AnsweredWindow[]>;
    summaryOf: (callId: number) => ResponseSummary | null;
  };
}

const REMOVE = `DELETE FROM reconciliations
  WHERE project_id = @projectId AND day = @day AND breakdown = @breakdown`;

const REMOVE_SUMS = `DELETE FROM reconciliations
  WHERE project_id = @projectId AND day = @day AND kind IN ('list', 'breakdown')`;

const SESSIONS = `SELECT COALESCE(SUM(sessions), 0) FROM day_facts
  WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day`;

const LAST_COMPARED = `SELECT api_call_id FROM reconciliations
  WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day AND kind = 'late-data'`;

const STORE = `INSERT INTO reconciliations (project_id, day, breakdown, kind, expected, found, api_call_id)
  VALUES (@projectId, @day, @breakdown, @kind, @expected, @found, @callId)
  ON CONFLICT DO UPDATE SET expected = excluded.expected, found = excluded.found,
    api_call_id = excluded.api_call_id`;

/**
 * Compares the changed days by `reconcileDays` and replaces their stored comparisons. Call it inside the
 * transaction that changed the days.
 */
export function storeReconciliations(db: Database, input: ReconciliationsToStore): void {
  const { projectId, touched, impossible, range } = input;
  const changed = new Set(touched.map(({ day }) => day));
  for (const { day, breakdown } of touched) prepared(db, REMOVE).run({ projectId, day, breakdown });
  for (const day of changed) prepared(db, REMOVE_SUMS).run({ projectId, day });
  const ofDay = (sql: string, breakdown: Breakdown, day: Day): number | null => {
    const value = prepared(db, sql).pluck().get({ projectId, breakdown, day });
    return (value as number | null | undefined) ?? null;
  };
  const rows = reconcileDays({
    ...range,
    changed,
    stored: loadCoverage(db, { projectId, from: range.from, to: range.to }),
    storedSessions: (breakdown, day) => ofDay(SESSIONS, breakdown, day) ?? 0,
    lastCompared: (breakdown, day) => ofDay(LAST_COMPARED, breakdown, day),
  });
  for (const row of [...impossible.map(impossibleRow), ...rows]) {
    prepared(db, STORE).run({ projectId, ...row });
  }
}

function impossibleRow({ day, breakdown, callId, segments }: ImpossibleDifference): ComparedCounts {
  return { day, breakdown, kind: 'impossible', expected: 0, found: segments, callId };
}
