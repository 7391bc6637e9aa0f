import type { AnsweredWindow, Breakdown, Day, SegmentFact } from '@clarity-keep/core';
import {
  differencedWindow,
  MAX_APART_SECONDS,
  reconciledLists,
  reportingDay,
  sumSessions,
  windowPairs,
} from '@clarity-keep/core';
import type { CoveredDay } from '../coverage/load-coverage.ts';
import { loadCoverage } from '../coverage/load-coverage.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { FactsOfCall, ImpossibleDifference } from './settle-days.ts';

export const reconciliationKinds = ['list', 'breakdown', 'late-data', 'impossible'] as const;

export type ReconciliationKind = (typeof reconciliationKinds)[number];

interface Reconciliation {
  projectId: string;
  day: Day;
  breakdown: Breakdown;
  kind: ReconciliationKind;
  expected: number;
  found: number;
  callId: number | null;
}

interface ReconcileInput {
  projectId: string;
  timeZone: string;
  /** What has changed. */
  touched: readonly { day: Day; breakdown: Breakdown }[];
  range: { from: Day; to: Day };
  windows: ReadonlyMap<Breakdown, AnsweredWindow[]>;
  impossible: readonly ImpossibleDifference[];
  factsOf: FactsOfCall;
}

/** Breakdowns in which each session is one segment, so that they add up to the site. */
const additiveBreakdowns: ReadonlySet<Breakdown> = new Set([
  'device',
  'source_medium',
  'browser',
  'os',
  'country',
  'campaign',
  'channel',
]);

/**
 * Compares what should agree: the lists of an answer and the breakdowns of a day with the total of the
 * site, and what was stored of a day with what Clarity says of it a day or two later. A gap reveals cut
 * or late data. Call it inside the transaction that has changed the days.
 */
export function reconcileDays(db: Database, input: ReconcileInput): void {
  const { projectId, touched, range, impossible } = input;
  const coverage = loadCoverage(db, { projectId, ...range });
  for (const { day, breakdown } of touched) {
    prepared(
      db,
      `DELETE FROM reconciliations WHERE project_id = ? AND day = ? AND breakdown = ?`,
    ).run(projectId, day, breakdown);
  }
  for (const day of new Set(touched.map((key) => key.day))) {
    prepared(
      db,
      `DELETE FROM reconciliations WHERE project_id = ? AND day = ? AND kind IN ('list', 'breakdown')`,
    ).run(projectId, day);
    const ofDay = coverage.filter(
      (covered) => covered.day === day && covered.method !== 'sessions',
    );
    for (const row of [...lists(input, ofDay), ...sums(db, input, ofDay)]) store(db, row);
  }
  for (const { segments, isRefused: _, ...difference } of impossible) {
    store(db, { projectId, ...difference, kind: 'impossible', expected: 0, found: segments });
  }
  for (const row of lateData(db, input, coverage)) store(db, row);
}

/** Lists of the answer that the day's total comes from. */
function lists(
  { projectId, factsOf }: ReconcileInput,
  ofDay: readonly CoveredDay[],
): Reconciliation[] {
  const total = ofDay.find(({ breakdown }) => breakdown === 'total');
  if (total === undefined || total.callId === null || total.method !== 'direct') return [];
  const { callId, day } = total;
  const facts = factsOf(callId);
  const site = facts?.breakdowns.find(({ breakdown }) => breakdown === 'total');
  if (facts?.listedSessions == null || site === undefined) return [];
  const { listedSessions } = facts;
  return reconciledLists.flatMap((breakdown): Reconciliation[] => {
    const found = listedSessions[breakdown];
    if (found === null) return [];
    const expected = sumSessions(site.facts);
    return [{ projectId, day, breakdown, kind: 'list', expected, found, callId }];
  });
}

/** Stored breakdowns of the same 24 hours as the total. */
function sums(
  db: Database,
  { projectId }: ReconcileInput,
  ofDay: readonly CoveredDay[],
): Reconciliation[] {
  const total = ofDay.find(({ breakdown }) => breakdown === 'total');
  if (total === undefined) return [];
  const { day } = total;
  const expected = storedSessions(db, { projectId, breakdown: 'total', day });
  return ofDay
    .filter(({ breakdown }) => additiveBreakdowns.has(breakdown))
    .filter(({ windowEnd }) => isSameWindow(windowEnd, total.windowEnd))
    .map(({ breakdown, callId }) => ({
      projectId,
      day,
      breakdown,
      kind: 'breakdown',
      expected,
      found: storedSessions(db, { projectId, breakdown, day }),
      callId,
    }));
}

/** Days that were asked for directly, and that a wider window has now shown once more. */
function* lateData(
  db: Database,
  { projectId, timeZone, range, windows, factsOf }: ReconcileInput,
  coverage: readonly CoveredDay[],
): Iterable<Reconciliation> {
  for (const [breakdown, ofBreakdown] of windows) {
    for (const pair of windowPairs(ofBreakdown)) {
      const window = differencedWindow(pair);
      const day = reportingDay(window.end, timeZone);
      if (day < range.from || day > range.to) continue;
      const stored = coverage.find(
        (covered) => covered.day === day && covered.breakdown === breakdown,
      );
      if (stored?.method !== 'direct' || !isSameWindow(stored.windowEnd, window.end)) continue;
      const { callId } = pair.wide;
      if (isCompared(db, { projectId, breakdown, day, callId })) continue;
      const wide = sessionsIn(factsOf, callId, breakdown);
      const narrow = sessionsIn(factsOf, pair.narrow.callId, breakdown);
      if (wide === null || narrow === null) continue;
      const found = wide - narrow;
      const row = { projectId, day, breakdown, callId };
      if (found < 0) {
        yield { ...row, kind: 'impossible', expected: 0, found: -found };
      } else {
        const expected = storedSessions(db, { projectId, breakdown, day });
        yield { ...row, kind: 'late-data', expected, found };
      }
    }
  }
}

function isSameWindow(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) / 1000 <= MAX_APART_SECONDS;
}

function sessionsIn(factsOf: FactsOfCall, callId: number, breakdown: Breakdown): number | null {
  const facts: readonly SegmentFact[] | undefined = factsOf(callId)?.breakdowns.find(
    (given) => given.breakdown === breakdown,
  )?.facts;
  return facts === undefined ? null : sumSessions(facts);
}

function storedSessions(
  db: Database,
  key: { projectId: string; breakdown: Breakdown; day: Day },
): number {
  return Number(
    prepared(
      db,
      `SELECT COALESCE(SUM(sessions), 0) FROM day_facts
       WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day`,
    )
      .pluck()
      .get(key),
  );
}

function isCompared(
  db: Database,
  key: { projectId: string; breakdown: Breakdown; day: Day; callId: number },
): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM reconciliations WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day
         AND kind = 'late-data' AND api_call_id >= @callId`,
    ).get(key) !== undefined
  );
}

function store(db: Database, row: Reconciliation): void {
  prepared(
    db,
    `INSERT INTO reconciliations (project_id, day, breakdown, kind, expected, found, api_call_id)
     VALUES (@projectId, @day, @breakdown, @kind, @expected, @found, @callId)
     ON CONFLICT DO UPDATE SET expected = excluded.expected, found = excluded.found,
       api_call_id = excluded.api_call_id`,
  ).run(row);
}
