import type { Day } from '../calendar/day.ts';
import type { IsoWeek } from '../calendar/iso-week.ts';
import type { DayState } from '../coverage/coverage.ts';
import type { WindowSums } from '../facts/window-sums.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { SignalWeights } from '../frustration/impact.ts';
import type { SignalSums } from '../facts/signal-sums.ts';

export type DayStates = ReadonlyMap<Day, DayState>;

export type DailySums = ReadonlyMap<Day, SignalSums>;

/** The breakdowns whose gaps a report mentions. */
export type ReportedBreakdown = Extract<Breakdown, 'total' | 'page' | 'device' | 'source_medium'>;

export interface PageSums {
  page: string;
  sums: SignalSums;
}

/** Everything known about a project around one week, except the days of single pages. */
export interface WeekFacts {
  project: { id: string; name: string; timeZone: string };
  week: IsoWeek;
  weights: SignalWeights;
  /** The states of the days of the week and the eight weeks before. */
  states: Record<ReportedBreakdown | 'referrer' | 'page_device' | 'browser', DayStates>;
  /** The site's sums per day of the nine weeks. */
  totals: ReadonlyMap<Day, WindowSums>;
  /** All pages added up, per day of the nine weeks. */
  sitePages: DailySums;
  /** The sums of the week. */
  pages: readonly { page: string; sums: WindowSums }[];
  /** Sums of the pages over the days of `comparedPageDays`, and over the same weekdays of the week before. */
  comparedPages: { thisWeek: readonly PageSums[]; weekBefore: readonly PageSums[] };
  /** The sums of the week before, over all its days. */
  pagesBefore: readonly PageSums[];
  /** The sums of the week. */
  devices: readonly { device: string; sums: WindowSums }[];
  browsers: readonly { browser: string; sums: SignalSums }[];
  referrers: readonly { referrer: string; sums: WindowSums }[];
  sources: readonly { source: string; medium: string; sums: WindowSums }[];
  mutes: readonly { page: string; reason: string; untilDay: Day | null }[];
  annotations: readonly { page: string; day: Day; text: string }[];
  /** When the token expires; null when it never does or the date is unknown. */
  tokenExpiresAt: Date | null;
  /** Metrics and fields in the week's responses that this version does not recognise. */
  unrecognised: readonly string[];
  now: Date;
}

/** The days of one page. */
export interface FollowedPage {
  /** Over the nine weeks. */
  days: DailySums;
  /** Over the week and the one before, by device; empty where that was not collected. */
  devices: ReadonlyMap<string, DailySums>;
}

export interface WeeklyReportInput extends WeekFacts {
  /** The pages that `pagesToFollow` names. A page without a session may be absent. */
  followed: ReadonlyMap<string, FollowedPage>;
}
