import type { Database } from '../file/open-database.ts';
import { isImpossibleFact } from '../facts/impossible-facts.ts';
import { isImpossibleSession } from '../sessions/impossible-sessions.ts';

export interface Integrity {
  /** What SQLite finds wrong with the file; empty when nothing is. */
  damage: string[];
  /** Per table, rows that refer to rows which do not exist. */
  orphans: { table: string; parent: string; rows: number }[];
  /** Covered days, as `project breakdown day`, whose call is not in the ledger. */
  daysWithoutCall: string[];
  /** Days with impossible facts, as `project breakdown day`. */
  daysWithImpossibleFacts: string[];
  /** Projects with impossible session records, and how many. */
  impossibleSessions: { project: string; sessions: number }[];
}

// `subtracted_call_id` is not a foreign key, so SQLite does not check it.
const DAYS_WITHOUT_CALL = `SELECT project_id || ' ' || breakdown || ' ' || day FROM day_coverage
  WHERE (api_call_id IS NOT NULL AND api_call_id NOT IN (SELECT id FROM api_calls))
    OR (subtracted_call_id IS NOT NULL AND subtracted_call_id NOT IN (SELECT id FROM api_calls))
  ORDER BY project_id, day, breakdown`;

const DAYS_WITH_IMPOSSIBLE_FACTS = `SELECT DISTINCT project_id || ' ' || breakdown || ' ' || day FROM day_facts
  WHERE ${isImpossibleFact} ORDER BY 1`;

const IMPOSSIBLE_SESSIONS = `SELECT project_id AS project, COUNT(*) AS sessions FROM sessions
  WHERE ${isImpossibleSession} GROUP BY project_id ORDER BY project_id`;

/** Checks the file and everything its rows refer to. Reads the whole file, which takes a while. */
export function checkIntegrity({ sql }: Database): Integrity {
  try {
    const lines = sql.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    return {
      damage: lines.filter((line) => line !== 'ok'),
      orphans: sql
        .prepare<[], Integrity['orphans'][number]>(
          `SELECT "table", "parent", COUNT(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`,
        )
        .all(),
      daysWithoutCall: sql.prepare<[], string>(DAYS_WITHOUT_CALL).pluck().all(),
      daysWithImpossibleFacts: sql.prepare<[], string>(DAYS_WITH_IMPOSSIBLE_FACTS).pluck().all(),
      impossibleSessions: sql
        .prepare<[], Integrity['impossibleSessions'][number]>(IMPOSSIBLE_SESSIONS)
        .all(),
    };
  } catch (error) {
    // If a file is damaged enough, SQLite cannot even list the damage.
    if (!(error instanceof Error)) throw error;
    return {
      damage: [error.message],
      orphans: [],
      daysWithoutCall: [],
      daysWithImpossibleFacts: [],
      impossibleSessions: [],
    };
  }
}
