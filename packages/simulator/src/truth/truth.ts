import type { Site } from '../site/create-site.ts';
import type { Signal } from '../site/visit.ts';
import { type SegmentValues, type TruthDimension, tallyVisits } from './tally.ts';

export type TruthRow = {
  segment: SegmentValues;
  /** Human sessions; bots are apart. */
  sessions: number;
  botSessions: number;
  /** Page views of human sessions. */
  pageViews: number;
  /** Human sessions that saw one page in all. */
  bouncedSessions: number;
  /** Events, human sessions with at least one, and the page views they happened in. */
  signals: Record<Signal, { events: number; affected: number; views: number }>;
  /** Mean over the human sessions, percent; a session's depth is the mean of its views here. */
  scrollDepth: number | null;
  /** Mean seconds per human session; on a page, only the seconds spent on that page. */
  totalSeconds: number | null;
  activeSeconds: number | null;
};

/**
 * What really happened on the site in the half-open window [from, to), epoch milliseconds.
 * A session belongs to the window that holds its start.
 *
 * Pages are raw URLs unless `normaliseUrl` groups them. Grouped, `counting: 'distinct'` (default)
 * counts a session once per page; `'per-url'` once per raw URL of the page, which is all that can
 * be had by adding up Clarity's URL rows.
 *
 * Segments that only bots saw are left out unless `withBots`. Row order means nothing.
 */
export function truth(input: {
  site: Site;
  from: number;
  to: number;
  by?: readonly TruthDimension[];
  normaliseUrl?: (url: string) => string;
  counting?: 'distinct' | 'per-url';
  withBots?: boolean;
}): TruthRow[] {
  const { site, from, to, by = [], counting = 'distinct' } = input;
  const normaliseUrl = input.normaliseUrl ?? ((url: string) => url);
  return tallyVisits(site.visitsBetween(from, to), by, { normaliseUrl, counting })
    .filter(
      ({ sessions, botSessions }) =>
        by.length === 0 || sessions > 0 || (input.withBots === true && botSessions > 0),
    )
    .map((tally) => ({
      segment: tally.segment,
      sessions: tally.sessions,
      botSessions: tally.botSessions,
      pageViews: tally.pageViews,
      bouncedSessions: tally.bouncedSessions,
      signals: tally.signals,
      scrollDepth: mean(tally.scrollDepthSum, tally.sessions),
      totalSeconds: mean(tally.totalSecondsSum, tally.sessions),
      activeSeconds: mean(tally.activeSecondsSum, tally.sessions),
    }));
}

function mean(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count;
}
