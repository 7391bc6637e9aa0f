import type { Day, SessionDayClaim, UrlRules } from '@clarity-keep/core';
import { NO_PAGE, normaliseUrl, segmentOf } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { internSegment } from '../facts/intern-segment.ts';
import { rebuildSessionDays } from './rebuild-session-days.ts';
import type { FactCounts } from '../facts/write-facts.ts';

interface PageOfDevice {
  pageUrl: string;
  device: string;
  deviceSegmentId: number;
}

/**
 * Moves the sessions of a project to the pages that these rules make of their URLs, and rebuilds the days of
 * imported sessions. Call it inside a write transaction.
 */
export function regroupSessions(
  db: Database,
  { projectId, rules }: { projectId: string; rules: UrlRules },
): FactCounts {
  movePages(db, { projectId, rules });
  const claims = claimsOfImports(db, projectId);
  return rebuildSessionDays(db, { projectId, callId: null, claims }).facts;
}

/** Looks segments up once per URL and device, and moves all sessions in one statement. */
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
    const page = normaliseUrl(pageUrl, rules) || NO_PAGE;
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

const CLAIMS = `SELECT day, state, overlap_seconds AS overlapSeconds, window_end AS windowEnd FROM day_coverage
  WHERE project_id = ? AND breakdown = 'total' AND method = 'sessions' AND api_call_id IS NULL ORDER BY day`;

/** What is stored about the days of imported session records. */
function claimsOfImports(db: Database, projectId: string): Map<Day, SessionDayClaim> {
  const rows = prepared(db, CLAIMS).all(projectId) as (Omit<SessionDayClaim, 'windowEnd'> & {
    day: Day;
    windowEnd: string;
  })[];
  return new Map(
    rows.map(({ day, ...claim }) => [day, { ...claim, windowEnd: new Date(claim.windowEnd) }]),
  );
}
