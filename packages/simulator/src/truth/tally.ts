import { type PageView, SIGNALS, type Signal, type Visit } from '../site/visit.ts';

/** What a breakdown can be by. `page` is by page view, the rest by session. */
export type TruthDimension =
  | 'page'
  | 'device'
  | 'browser'
  | 'os'
  | 'country'
  | 'source'
  | 'medium'
  | 'campaign'
  | 'channel'
  | 'referrer';

export type SegmentValues = Partial<Record<TruthDimension, string | null>>;

/** Running sums of one segment. The means are sums over human sessions until they are divided. */
export type Tally = {
  segment: SegmentValues;
  sessions: number;
  botSessions: number;
  neitherSessions: number;
  /** Page views of human sessions. */
  pageViews: number;
  /** Page views of humans, bots and neither. */
  allPageViews: number;
  bouncedSessions: number;
  visitors: Set<string>;
  signals: Record<Signal, { events: number; affected: number; views: number }>;
  scrollDepthSum: number;
  totalSecondsSum: number;
  activeSecondsSum: number;
};

/** Sums visits up by the given dimensions; no dimension gives one tally, even of no visits. */
export function tallyVisits(
  visits: Iterable<Visit>,
  by: readonly TruthDimension[],
  pages: { normaliseUrl: (url: string) => string; counting: 'distinct' | 'per-url' },
): Tally[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (segment: SegmentValues) => {
    const key = JSON.stringify(by.map((dimension) => segment[dimension]));
    let tally = tallies.get(key);
    if (tally === undefined) {
      tally = emptyTally(segment);
      tallies.set(key, tally);
    }
    return tally;
  };
  if (by.length === 0) tallyOf({});

  for (const visit of visits) {
    const session: SegmentValues = {};
    for (const dimension of by) if (dimension !== 'page') session[dimension] = visit[dimension];
    if (!by.includes('page')) {
      add(tallyOf(session), visit, visit.views);
      continue;
    }
    for (const { page, views } of groupByPage(visit.views, pages)) {
      add(tallyOf({ ...session, page }), visit, views);
    }
  }
  return [...tallies.values()];
}

function groupByPage(
  views: readonly PageView[],
  { normaliseUrl, counting }: Parameters<typeof tallyVisits>[2],
): { page: string | null; views: PageView[] }[] {
  const groups = new Map<string | null, { page: string | null; views: PageView[] }>();
  for (const view of views) {
    const page = view.url === null ? null : normaliseUrl(view.url);
    const key = counting === 'distinct' ? page : view.url;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { page, views: [view] });
    else group.views.push(view);
  }
  return [...groups.values()];
}

function add(tally: Tally, visit: Visit, views: readonly PageView[]): void {
  tally.visitors.add(visit.visitor);
  tally.allPageViews += views.length;
  if (visit.kind === 'bot') tally.botSessions += 1;
  if (visit.kind === 'neither') tally.neitherSessions += 1;
  if (visit.kind !== 'human') return;

  tally.sessions += 1;
  tally.pageViews += views.length;
  if (visit.views.length === 1) tally.bouncedSessions += 1;
  for (const signal of SIGNALS) {
    const sums = tally.signals[signal];
    let affected = false;
    for (const { events } of views) {
      if (events[signal] === 0) continue;
      sums.events += events[signal];
      sums.views += 1;
      affected = true;
    }
    if (affected) sums.affected += 1;
  }
  let depth = 0;
  for (const view of views) {
    depth += view.scrollDepth;
    tally.totalSecondsSum += view.totalSeconds;
    tally.activeSecondsSum += view.activeSeconds;
  }
  tally.scrollDepthSum += depth / views.length;
}

function emptyTally(segment: SegmentValues): Tally {
  return {
    segment,
    sessions: 0,
    botSessions: 0,
    neitherSessions: 0,
    pageViews: 0,
    allPageViews: 0,
    bouncedSessions: 0,
    visitors: new Set(),
    signals: {
      deadClicks: noSignal(),
      excessiveScrolls: noSignal(),
      rageClicks: noSignal(),
      quickbackClicks: noSignal(),
      scriptErrors: noSignal(),
      errorClicks: noSignal(),
    },
    scrollDepthSum: 0,
    totalSecondsSum: 0,
    activeSecondsSum: 0,
  };
}

function noSignal() {
  return { events: 0, affected: 0, views: 0 };
}
