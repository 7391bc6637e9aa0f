import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const GIVES = `SELECT EXISTS (SELECT 1 FROM day_coverage
  WHERE project_id = (SELECT project_id FROM api_calls WHERE id = @callId)
    AND (api_call_id = @callId OR subtracted_call_id = @callId))`;

/** Whether any day's facts stand on a response, alone or as a part of a difference. */
export function givesDays(db: Database, callId: number): boolean {
  return prepared(db, GIVES).pluck().get({ callId }) === 1;
}
