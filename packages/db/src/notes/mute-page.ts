import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Mute } from './list-mutes.ts';

const SQL = `INSERT INTO mutes (project_id, page, reason, until_day, created_at)
    VALUES (@projectId, @page, @reason, @untilDay, @now)
  ON CONFLICT (project_id, page) DO UPDATE SET reason = excluded.reason, until_day = excluded.until_day`;

/** Mutes a page. If it is muted already, it gets the new reason and end. */
export function mutePage(
  db: Database,
  { projectId, mute, now }: { projectId: string; mute: Mute; now: Date },
): void {
  prepared(db, SQL).run({ projectId, ...mute, now: now.toISOString() });
}
