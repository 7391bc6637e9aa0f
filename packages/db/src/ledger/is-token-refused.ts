import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const REFUSED = `SELECT 1 FROM (
    SELECT state, token_fingerprint FROM api_calls
    WHERE project_id = ? AND origin = 'collect' AND state IN ('answered', 'refused', 'limited')
    ORDER BY id DESC LIMIT 1
  ) WHERE state = 'refused' AND token_fingerprint = ?`;

/** Whether Clarity refused this token the last time it responded for this project. */
export function isTokenRefused(
  db: Database,
  { projectId, tokenFingerprint }: { projectId: string; tokenFingerprint: string },
): boolean {
  return prepared(db, REFUSED).get(projectId, tokenFingerprint) !== undefined;
}
