import type { Day, SessionRecord, UrlRules } from '@clarity-keep/core';
import { NO_PAGE, normaliseUrl, segmentOf } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { internSegment } from '../facts/intern-segment.ts';
import { remember, rememberPairs } from './remember.ts';

export interface SessionBatch {
  /** False if the session is already stored, from this or another window. */
  add(record: SessionRecord, day: Day): boolean;
}

const INSERT = `INSERT INTO sessions (project_id, session_id, day, page_url, duration_seconds, page_views,
    rage_clicks, dead_clicks, scroll_depth, browser, country, page_segment_id, device_segment_id,
    page_device_segment_id, referrer_segment_id, api_call_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/**
 * Stores session records by their own key: a record that is already stored stays as it is. Pages of hosts
 * that the rules leave out are stored under the empty page. Use it inside a write transaction, and rebuild
 * the touched days afterwards.
 */
export function beginSessionBatch(
  db: Database,
  { projectId, rules, callId }: { projectId: string; rules: UrlRules; callId: number | null },
): SessionBatch {
  const insert = prepared(db, INSERT);
  const pages = remember((url: string) => normaliseUrl(url, rules) || NO_PAGE);
  const pageIds = remember((page: string) => internSegment(db, segmentOf('page', { page })));
  const deviceIds = remember((device: string) =>
    internSegment(db, segmentOf('device', { device })),
  );
  const referrerIds = remember((referrer: string) =>
    internSegment(db, segmentOf('referrer', { referrer })),
  );
  const pageDeviceIds = rememberPairs();
  return {
    add(record, day) {
      const page = pages(record.pageUrl);
      const { device } = record;
      const pageId = pageIds(page);
      const deviceId = deviceIds(device);
      const { changes } = insert.run(
        projectId,
        record.sessionId,
        day,
        record.pageUrl,
        record.durationSeconds,
        record.pageViews,
        record.rageClicks,
        record.deadClicks,
        record.scrollDepth,
        record.browser,
        record.country,
        pageId,
        deviceId,
        pageDeviceIds(pageId, deviceId, () =>
          internSegment(db, segmentOf('page_device', { page, device })),
        ),
        referrerIds(record.referrer),
        callId,
      );
      return changes === 1;
    },
  };
}
