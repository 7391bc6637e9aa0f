import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Deletes the sessions of a response of session records, so that it can be parsed again. */
export function removeSessionsOf(db: Database, callId: number): void {
  prepared(db, 'DELETE FROM sessions WHERE api_call_id = ?').run(callId);
}

/** Deletes the days that responses of session records gave, before these are parsed again. */
export function removeSessionDays(db: Database, projectId: string): void {
  const ofAnswers = `project_id = ? AND method = 'sessions' AND api_call_id IN
    (SELECT id FROM api_calls WHERE body IS NOT NULL)`;
  for (const table of ['day_facts', 'day_coverage']) {
    prepared(db, `DELETE FROM ${table} WHERE ${ofAnswers}`).run(projectId);
  }
}
