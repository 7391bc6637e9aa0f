import type { Database } from '@clarity-keep/db';
import { freezeReportIssue, openDatabase } from '@clarity-keep/db';
import { addWeeks, daysOfWeek } from '@clarity-keep/core';
import { databasesOf } from '@clarity-keep/testing';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { WEEK } from '@clarity-keep/reporting/testing';
import { packMail } from '@clarity-keep/reporting';

export { aFolder } from '@clarity-keep/testing';

const anEmptyDatabase = databasesOf(openDatabase);

export interface SeededPage {
  url: string;
  /** A day. */
  sessions: number;
  rageClicks: number;
}

/** A database with two complete weeks of these pages, in `clarity.db` of the folder. */
export function aDatabase(
  folder: string,
  {
    projects = ['wxb0r23ozh'],
    pages = [
      { url: 'https://shop.example.com/checkout', sessions: 120, rageClicks: 14 },
      { url: 'https://shop.example.com/', sessions: 700, rageClicks: 3 },
    ],
  }: { projects?: string[]; pages?: SeededPage[] } = {},
): Database {
  const db = anEmptyDatabase(folder);
  const { sql } = db;
  const days = [...daysOfWeek(addWeeks(WEEK, -1)), ...daysOfWeek(WEEK)];
  const addSegment = sql.prepare('INSERT INTO segments (breakdown, page, device) VALUES (?, ?, ?)');
  const addFact = sql.prepare(
    `INSERT INTO day_facts (project_id, breakdown, day, segment_id, sessions, bot_sessions,
       rage_click_events, rage_click_sessions, scroll_depth_sum, scroll_depth_weight, method)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 'direct')`,
  );
  const addCoverage = sql.prepare(
    `INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
     VALUES (?, ?, ?, 'complete', 86400, ?)`,
  );
  sql.transaction(() => {
    const total = addSegment.run('total', '', '').lastInsertRowid;
    const mobile = addSegment.run('device', '', 'Mobile').lastInsertRowid;
    const ids = pages.map(({ url }) => addSegment.run('page', url, '').lastInsertRowid);
    const sessions = pages.reduce((sum, page) => sum + page.sessions, 0);
    const rageClicks = pages.reduce((sum, page) => sum + page.rageClicks, 0);
    for (const project of projects) {
      sql
        .prepare('INSERT INTO projects (id, name, time_zone, created_at) VALUES (?, ?, ?, ?)')
        .run(project, 'Example Shop', 'Europe/Berlin', '2026-11-01T00:00:00.000Z');
      for (const day of days) {
        for (const breakdown of ['total', 'page', 'device']) {
          addCoverage.run(project, breakdown, day, `${day}T23:59:59.000Z`);
        }
        const fact = (breakdown: string, id: number | bigint, count: number, rage: number) =>
          addFact.run(project, breakdown, day, id, count, rage * 2, rage, count * 50, count);
        fact('total', total, sessions, rageClicks);
        fact('device', mobile, sessions, rageClicks);
        pages.forEach((page, index) =>
          fact('page', ids[index] ?? 0, page.sessions, page.rageClicks),
        );
      }
    }
  })();
  return db;
}

/**
 * Keeps what the week says beforehand, so that a test about sending renders nothing: that takes longer
 * than all the rest.
 */
export async function keepReport(db: Database, scope = 'wxb0r23ozh'): Promise<void> {
  const mail = {
    subject: 'Rage clicks on /checkout – Example Shop, week 47',
    html: `<p>840 sessions. <a href="${UNSUBSCRIBE_PLACEHOLDER}">Unsubscribe</a></p>`,
    text: `840 sessions. ${UNSUBSCRIBE_PLACEHOLDER}`,
    images: [],
  };
  const now = new Date('2026-11-23T06:00:00Z');
  await freezeReportIssue(db, { scope, week: WEEK, model: '{}', mail: packMail(mail), now });
}

export function deliveries(db: Database): Record<string, unknown>[] {
  return db.sql
    .prepare(
      'SELECT recipient, state, attempts, last_error AS error FROM report_deliveries ORDER BY id',
    )
    .all() as Record<string, unknown>[];
}
