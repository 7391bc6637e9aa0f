import type { Day } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** A page that is muted in reports. */
export interface Mute {
  /** As stored, not as typed. */
  page: string;
  reason: string;
  /** The last muted day; null for no end. */
  untilDay: Day | null;
}

const SQL = `SELECT page, reason, until_day AS untilDay FROM mutes WHERE project_id = ? ORDER BY page`;

/** The mutes of a project's pages, including those that have ended. */
export function listMutes(db: Database, projectId: string): Mute[] {
  return prepared(db, SQL).all(projectId) as Mute[];
}
