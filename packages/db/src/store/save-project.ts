import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';

export interface ProjectSettings {
  id: string;
  name: string;
  timeZone: string;
}

const SQL = `INSERT INTO projects (id, name, time_zone, created_at) VALUES (@id, @name, @timeZone, @now)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone
  WHERE name <> excluded.name OR time_zone <> excluded.time_zone`;

/** Makes a project known, or takes over its new name and time zone. */
export function saveProject(db: Database, settings: ProjectSettings, now: Date): void {
  prepared(db, SQL).run({ ...settings, now: now.toISOString() });
}
