import type { Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT page_url, COUNT(*) FROM sessions
  WHERE project_id = @projectId AND day = @day AND page_url <> '' GROUP BY page_url`;

/** The URLs of a day's session records as recorded, with their numbers of sessions, in no order. */
export function loadSessionUrls(
  db: Database,
  { projectId, day }: { projectId: string; day: Day },
): [url: string, sessions: number][] {
  return prepared(db, SQL).raw().all({ projectId, day }) as [string, number][];
}
