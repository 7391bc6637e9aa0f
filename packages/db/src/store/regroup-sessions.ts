import type { UrlRules } from '@clarity-keep/core';
import { normaliseUrl, segmentOf } from '@clarity-keep/core';
import { loadSessionClaims } from '../load/load-session-claims.ts';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { internSegment } from './intern-segments.ts';
import { rebuildSessionDays } from './rebuild-session-days.ts';
import type { FactCounts } from './write-day.ts';

interface PageOfDevice {
  pageUrl: string;
  device: string;
  deviceSegmentId: number;
}

/**
 * Puts the sessions of a project under the pages that these rules make of their URLs, and makes the days
 * of imported sessions anew. Call it inside a write transaction.
 */
export function regroupSessions(
  db: Database,
  { projectId, rules }: { projectId: string; rules: UrlRules },
): FactCounts {
  movePages(db, { projectId, rules });
  const claims = loadSessionClaims(db, projectId);
  return rebuildSessionDays(db, { projectId, callId: null, claims }).facts;
}

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

/** Segments of pages and devices are looked up once per URL, and the sessions moved in one statement. */
function movePages(
  db: Database,
  { projectId, rules }: { projectId: string; rules: UrlRules },
): void {
  db.sql.exec(`DROP TABLE IF EXISTS temp.pages_of_urls;
    CREATE TEMP TABLE pages_of_urls (page_url TEXT, device_segment_id INTEGER, page_segment_id INTEGER,
      page_device_segment_id INTEGER, PRIMARY KEY (page_url, device_segment_id))`);
  const insert = db.sql.prepare('INSERT INTO temp.pages_of_urls VALUES (?, ?, ?, ?)');
  const urls = db.sql
    .prepare(
      `SELECT DISTINCT x.page_url AS pageUrl, d.device, d.id AS deviceSegmentId
       FROM sessions x JOIN segments d ON d.id = x.device_segment_id WHERE x.project_id = ?`,
    )
    .all(projectId) as PageOfDevice[];
  for (const { pageUrl, device, deviceSegmentId } of urls) {
    const page = normaliseUrl(pageUrl, rules) ?? '';
    insert.run(
      pageUrl,
      deviceSegmentId,
      internSegment(db, segmentOf('page', { page })),
      internSegment(db, segmentOf('page_device', { page, device })),
    );
  }
  db.sql
    .prepare(
      `UPDATE sessions SET page_segment_id = p.page_segment_id, page_device_segment_id = p.page_device_segment_id
       FROM temp.pages_of_urls p
       WHERE sessions.project_id = ? AND p.page_url = sessions.page_url
         AND p.device_segment_id = sessions.device_segment_id
         AND sessions.page_device_segment_id <> p.page_device_segment_id`,
    )
    .run(projectId);
  db.sql.exec('DROP TABLE temp.pages_of_urls');
}
