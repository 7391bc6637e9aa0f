import type { IsoWeek, WeeklyReport } from '@clarity-keep/core';
import {
  addDays,
  addWeeks,
  daysBetween,
  dayBounds,
  daysOfWeek,
  defaultUrlRules,
} from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { archiveAnswer, loadProject, saveProject } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import type { Site } from '@clarity-keep/simulator';
import { insightsAnswer } from '@clarity-keep/simulator';
import { readAnswer } from '@clarity-keep/collection';
import { aDatabase } from './a-database.ts';

const WEEK: IsoWeek = '2026-W47';
export const PROJECT = 'wxb0r23ozh';

/** What a report is made of, each an answer about each day. */
const questions = [[], ['URL', 'Device'], ['Device', 'Source', 'Medium'], ['Browser']];

export interface KeptSite {
  site: Site;
  /** Weeks that are kept, the one of the report included. */
  weeks?: number;
  /** Names as sent; everything that a report is made of when not given. */
  ask?: readonly (readonly string[])[];
  /** Days that nothing was collected of. */
  lost?: readonly string[];
}

/**
 * A database with the answers of a simulated site about whole UTC days, read as a collection reads
 * them: what a report says of it can be held against what was planted.
 */
export function aKeptSite({ site, weeks = 2, ask = questions, lost = [] }: KeptSite): Database {
  const db = aDatabase();
  const now = new Date('2026-11-23T05:00:00Z');
  saveProject(db, { id: PROJECT, name: 'Shop', timeZone: 'UTC' }, now);
  const [first = ''] = daysOfWeek(addWeeks(WEEK, 1 - weeks));
  // Each answer is a transaction; a file that is gone after the test need not survive a power cut.
  db.sql.pragma('synchronous = OFF');
  for (const day of daysBetween(first, addDays(first, 7 * weeks - 1))) {
    if (lost.includes(day)) continue;
    const { end } = dayBounds(day, 'UTC');
    for (const dimensions of ask) {
      keepAnswer(db, { site, end, dimensions, now });
    }
  }
  return db;
}

/** The report of the week, as it is on the Monday after. */
export function reportOf(db: Database): WeeklyReport {
  const project = loadProject(db, PROJECT);
  if (project === null) throw new Error(`There is no project ${PROJECT}.`);
  const now = new Date('2026-11-23T06:00:00Z');
  return weeklyReport(db, { project, week: WEEK, now, tokenExpiresAt: null });
}

function keepAnswer(
  db: Database,
  {
    site,
    end,
    dimensions,
    now,
  }: { site: Site; end: Date; dimensions: readonly string[]; now: Date },
): void {
  const answer = insightsAnswer({ site, end: end.getTime(), numOfDays: 1, dimensions });
  const body = Buffer.from(JSON.stringify(answer));
  const kept = { projectId: PROJECT, body, windowEnd: end, numOfDays: 1 as const };
  const callId = archiveAnswer(db, kept);
  if (callId === null) throw new Error(`Two answers of ${end.toISOString()} are the same.`);
  readAnswer(db, {
    ...kept,
    readBody: () => body,
    callId,
    dimensions,
    timeZone: 'UTC',
    rules: defaultUrlRules,
    now,
    factsOf: () => null,
  });
}
