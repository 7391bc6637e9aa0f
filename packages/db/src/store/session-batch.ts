import type { Day, SessionRecord, UrlRules } from '@clarity-keep/core';
import { normaliseUrl, segmentOf } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { internSegment } from './intern-segments.ts';

export interface SessionBatch {
  /** False when the session is stored already, from this or another window. */
  add(record: SessionRecord, day: Day): boolean;
}

/** Distinct values remembered before the memory is given back; more than most sites have pages. */
const CACHE_LIMIT = 200_000;

const INSERT = `INSERT INTO sessions (project_id, session_id, day, page_url, duration_seconds, page_views,
    rage_clicks, dead_clicks, scroll_depth, browser, country, page_segment_id, device_segment_id,
    page_device_segment_id, referrer_segment_id, api_call_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/**
 * Stores session records by their own key: one seen before is left as it is. Pages of hosts that the
 * rules leave out are stored under the empty page. Use it inside a write transaction, and rebuild the
 * touched days afterwards.
 */
export function beginSessionBatch(
  db: Database,
  { projectId, rules, callId }: { projectId: string; rules: UrlRules; callId: number | null },
): SessionBatch {
  const insert = prepared(db, INSERT);
  const pages = memoise((url) => normaliseUrl(url, rules) ?? '');
  const pageIds = memoise((page) => internSegment(db, segmentOf('page', { page })));
  const deviceIds = memoise((device) => internSegment(db, segmentOf('device', { device })));
  const referrerIds = memoise((referrer) => internSegment(db, segmentOf('referrer', { referrer })));
  const pageDeviceIds = memoise((page) =>
    memoise((device) => internSegment(db, segmentOf('page_device', { page, device }))),
  );
  return {
    add(record, day) {
      const page = pages(record.pageUrl);
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
        pageIds(page),
        deviceIds(record.device),
        pageDeviceIds(page)(record.device),
        referrerIds(record.referrer),
        callId,
      );
      return changes === 1;
    },
  };
}

function memoise<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= CACHE_LIMIT) known.clear();
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
