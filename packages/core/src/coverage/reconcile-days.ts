import type { Day } from '../calendar/day.ts';
import { reportingDay } from '../calendar/rolling-window.ts';
import { reconciledLists } from '../facts/insights-answer.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { CoveredDay } from './covered-day.ts';
import type { ResponseSummary } from './plan-settlement.ts';
import type { AnsweredWindow } from './window-pairs.ts';
import { differencedWindow, MAX_APART_SECONDS, windowPairs } from './window-pairs.ts';

/**
 * list: a list of a response against its own total. breakdown: a stored breakdown against the stored
 * total. late-data: a day as a wider window shows it later against the day as stored. impossible: a
 * difference of two responses with values that cannot be.
 */
export const reconciliationKinds = ['list', 'breakdown', 'late-data', 'impossible'] as const;

export type ReconciliationKind = (typeof reconciliationKinds)[number];

/** Two counts of sessions that should agree. */
export interface ComparedCounts {
  day: Day;
  breakdown: Breakdown;
  kind: ReconciliationKind;
  expected: number;
  found: number;
  callId: number | null;
}

export interface ReconcileInput {
  from: Day;
  to: Day;
  timeZone: string;
  /** Days whose facts have changed. */
  changed: ReadonlySet<Day>;
  windows: ReadonlyMap<Breakdown, readonly AnsweredWindow[]>;
  /** What is stored of these days now. */
  stored: readonly CoveredDay[];
  storedSessions: (breakdown: Breakdown, day: Day) => number;
  summaryOf: (callId: number) => ResponseSummary | null;
  /** The wider response that a day was last compared with; null when it never was. */
  lastCompared: (breakdown: Breakdown, day: Day) => number | null;
}

/** Breakdowns in which each session is in one segment, so that they add up to the site. */
const additiveBreakdowns: ReadonlySet<Breakdown> = new Set(['device', 'browser', 'os', 'country']);

/**
 * Breakdowns in which each session is in one segment or more: a visitor can come from two sources in one session
 * (124 sessions by source, medium and device beside 110 by device, recorded). Only fewer than the site's are a gap.
 */
const sourceBreakdowns: ReadonlySet<Breakdown> = new Set(['source_medium', 'campaign', 'channel']);

/**
 * Compares what should agree: the lists of a response and the stored breakdowns of a day with the total
 * of the site, and a day as stored with what a wider window says about it a day or two later. A gap
 * reveals data that was cut off or came late.
 */
export function reconcileDays(input: ReconcileInput): ComparedCounts[] {
  const ofChanged = [...input.changed].flatMap((day) => {
    const ofDay = input.stored.filter(
      (covered) => covered.day === day && covered.method !== 'sessions',
    );
    const total = ofDay.find(({ breakdown }) => breakdown === 'total');
    return total === undefined
      ? []
      : [...compareLists(total, input), ...compareBreakdowns(ofDay, total, input)];
  });
  return [...ofChanged, ...compareLater(input)];
}

/** The lists of the response that the day's total comes from. */
function compareLists(
  { day, callId, method }: CoveredDay,
  { summaryOf }: ReconcileInput,
): ComparedCounts[] {
  if (callId === null || method !== 'direct') return [];
  const summary = summaryOf(callId);
  const listed = summary?.listedSessions ?? null;
  const expected = summary?.sessions.get('total');
  if (listed === null || expected === undefined) return [];
  return reconciledLists.flatMap((breakdown): ComparedCounts[] => {
    const found = listed[breakdown];
    return found === null ? [] : [{ day, breakdown, kind: 'list', expected, found, callId }];
  });
}

/** The stored breakdowns that cover the same 24 hours as the total. */
function compareBreakdowns(
  ofDay: readonly CoveredDay[],
  total: CoveredDay,
  { storedSessions }: ReconcileInput,
): ComparedCounts[] {
  const { day } = total;
  const bySource = ofDay.find(({ breakdown }) => breakdown === 'source_medium');
  // Devices that add up from sources count such sessions more than once as well.
  const isOfSources = ({ breakdown, callId }: CoveredDay): boolean =>
    sourceBreakdowns.has(breakdown) ||
    (breakdown === 'device' && callId !== null && callId === bySource?.callId);
  const isByNature = (covered: CoveredDay): boolean =>
    isOfSources(covered) && storedSessions(covered.breakdown, day) > storedSessions('total', day);
  return ofDay
    .filter(({ breakdown }) => additiveBreakdowns.has(breakdown) || sourceBreakdowns.has(breakdown))
    .filter(({ windowEnd }) => isSameWindow(windowEnd, total.windowEnd))
    .filter((covered) => !isByNature(covered))
    .map(({ breakdown, callId }) => ({
      day,
      breakdown,
      kind: 'breakdown',
      expected: storedSessions('total', day),
      found: storedSessions(breakdown, day),
      callId,
    }));
}

/** Days stored from a direct response that a later, wider window shows once more. */
function compareLater({
  from,
  to,
  timeZone,
  windows,
  stored,
  storedSessions,
  summaryOf,
  lastCompared,
}: ReconcileInput): ComparedCounts[] {
  const newest = new Map<string, number>();
  const rows: ComparedCounts[] = [];
  for (const [breakdown, ofBreakdown] of windows) {
    for (const pair of windowPairs(ofBreakdown)) {
      const window = differencedWindow(pair);
      const day = reportingDay(window.end, timeZone);
      if (day < from || day > to) continue;
      const holder = stored.find(
        (covered) => covered.day === day && covered.breakdown === breakdown,
      );
      if (holder?.method !== 'direct' || !isSameWindow(holder.windowEnd, window.end)) continue;
      const { callId } = pair.wide;
      const key = `${day} ${breakdown}`;
      const compared = newest.get(key) ?? lastCompared(breakdown, day);
      if (compared !== null && compared >= callId) continue;
      const wide = summaryOf(callId)?.sessions.get(breakdown);
      const narrow = summaryOf(pair.narrow.callId)?.sessions.get(breakdown);
      if (wide === undefined || narrow === undefined) continue;
      if (wide < narrow) {
        const found = narrow - wide;
        rows.push({ day, breakdown, kind: 'impossible', expected: 0, found, callId });
        continue;
      }
      newest.set(key, callId);
      const expected = storedSessions(breakdown, day);
      rows.push({ day, breakdown, kind: 'late-data', expected, found: wide - narrow, callId });
    }
  }
  return rows;
}

function isSameWindow(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) / 1000 <= MAX_APART_SECONDS;
}
