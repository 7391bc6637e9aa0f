import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** Takes back what an answer of session records has stored, so that it can be read once more. */
export function removeSessionsOf(db: Database, callId: number): void {
  prepared(db, 'DELETE FROM sessions WHERE api_call_id = ?').run(callId);
}

/** Takes back the days that answers of session records give, before these are read once more. */
export function removeSessionDays(db: Database, projectId: string): void {
  const ofAnswers = `project_id = ? AND method = 'sessions' AND api_call_id IN
    (SELECT id FROM api_calls WHERE body IS NOT NULL)`;
  for (const table of ['day_facts', 'day_coverage']) {
    prepared(db, `DELETE FROM ${table} WHERE ${ofAnswers}`).run(projectId);
  }
}
