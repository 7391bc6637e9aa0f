import { DAILY_CALLS } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { countCalls, isQuotaPinned } from '@clarity-keep/db';

/** Why no more calls are made on the UTC day of `now`. */
export function spentMessage(
  db: Database,
  projectId: string,
  now: Date,
  { reserve = 0 }: { reserve?: number } = {},
): string {
  const day = now.toISOString().slice(0, 10);
  if (isQuotaPinned(db, projectId, now)) {
    return (
      `Clarity says the calls of ${day} (UTC) are used up, so no call was made; ` +
      'run this again after midnight UTC.'
    );
  }
  const used = countCalls(db, projectId, now);
  const kept =
    used < DAILY_CALLS
      ? `${used} of ${DAILY_CALLS} calls of ${day} (UTC) are used, and ${Math.min(reserve, DAILY_CALLS - used)} held in reserve`
      : `All ${DAILY_CALLS} calls of ${day} (UTC) are used, according to the ledger`;
  return `${kept}. Run this again after midnight UTC.`;
}
