import type { Site } from '../site/create-site.ts';
import { DAY_MS } from '../site/day.ts';
import type { Device, Visit } from '../site/visit.ts';

/** One session in the second format, fields in wire order. */
export type SessionRecord = {
  SessionId: string;
  /** The entry page. */
  PageUrl: string;
  /** Seconds. */
  Duration: number;
  PageViews: number;
  RageClickCount: number;
  DeadClickCount: number;
  /** Percent. */
  ScrollDepth: number;
  /** Empty for a direct visit. */
  Referrer: string;
  Device: string;
  Browser: string;
  Country: string;
};

/**
 * The answer in the session-record format: every human session that started in the last
 * numOfDays x 24 h before `end` (epoch milliseconds). Nothing is cut: the format knows no row cap.
 */
export function sessionRecordsAnswer(input: {
  site: Site;
  end: number;
  numOfDays: number;
}): SessionRecord[] {
  return input.site
    .visitsBetween(input.end - input.numOfDays * DAY_MS, input.end)
    .filter((visit) => visit.kind === 'human')
    .map(recordOf);
}

function recordOf(visit: Visit): SessionRecord {
  const sum = (of: (view: Visit['views'][number]) => number) =>
    visit.views.reduce((total, view) => total + of(view), 0);
  return {
    SessionId: visit.id,
    PageUrl: visit.views[0]?.url ?? '',
    Duration: sum((view) => view.totalSeconds),
    PageViews: visit.views.length,
    RageClickCount: sum((view) => view.events.rageClicks),
    DeadClickCount: sum((view) => view.events.deadClicks),
    ScrollDepth: Math.round((sum((view) => view.scrollDepth) / visit.views.length) * 100) / 100,
    Referrer: visit.referrer ?? '',
    Device: DEVICES[visit.device],
    Browser: `${visit.browser} ${visit.browserVersion}`,
    Country: visit.country,
  };
}

const DEVICES: Record<Device, string> = {
  PC: 'Desktop',
  Mobile: 'Mobile',
  Tablet: 'Tablet',
  Other: 'Desktop',
};
