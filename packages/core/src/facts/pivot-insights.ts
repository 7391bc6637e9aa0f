import type { Signal } from '../segments/signals.ts';
import { forEachSignal, signals } from '../segments/signals.ts';
import type { Breakdown, Dimension } from '../segments/breakdown.ts';
import { marginalBreakdowns } from '../segments/breakdown.ts';
import { normaliseUrl } from '../urls/normalise-url.ts';
import type { UrlRules } from '../urls/url-rules.ts';
import type { DimensionValues, InsightsAnswer, SignalRow, TrafficRow } from './insights-answer.ts';
import { ROW_CAP, TOP_LIST_CAP } from './insights-answer.ts';
import type { Measures, SignalCount, WeightedSum } from './measures.ts';
import { sessionsOnly } from './measures.ts';
import type { SegmentFact } from './segment-fact.ts';
import { groupFacts } from './segment-fact.ts';
import { withinBounds } from './within-bounds.ts';

/** All facts of one breakdown that an answer holds. */
export interface BreakdownFacts {
  breakdown: Breakdown;
  truncated: boolean;
  facts: SegmentFact[];
}

export interface PivotedAnswer {
  facts: BreakdownFacts[];
  /** Rows left out because no count of sessions on them could be read. */
  unreadableRows: number;
}

/** Clarity lists such a page in Traffic only, with users but no sessions. */
const UNKNOWN_PAGE = '(unknown)';

/**
 * Pivots an answer from one list per metric to one fact per segment of `breakdown`, with the marginals
 * that add up from it. Rows are joined by their dimension values, never by position: the order differs
 * between metrics.
 */
export function pivotInsights(
  answer: InsightsAnswer,
  { breakdown, rules }: { breakdown: Breakdown; rules: UrlRules },
): PivotedAnswer {
  const join = joinRows(answer);
  const joint = withinBounds(groupFacts(breakdown, withPages(join.rows, rules)));
  const unreadableRows = join.unreadable + joint.leftOut;
  const truncated = answer.truncatedMetrics.length > 0 || unreadableRows > 0;
  const flattened = joint.facts.map(({ segment, measures }) => ({
    values: segment.values,
    measures,
  }));
  const marginals = marginalBreakdowns(breakdown).map((marginal) => {
    const { facts, leftOut } = withinBounds(groupFacts(marginal, flattened));
    return { breakdown: marginal, truncated: truncated || leftOut > 0, facts };
  });
  return {
    facts: [{ breakdown, truncated, facts: joint.facts }, ...marginals, ...referrerFacts(answer)],
    unreadableRows,
  };
}

interface JoinedRow {
  values: Partial<Record<Dimension, string>>;
  measures: Measures;
}

/** Joined rows, and those left out because nothing on them says how many sessions they are of. */
interface Join {
  rows: JoinedRow[];
  unreadable: number;
}

function joinRows(answer: InsightsAnswer): Join {
  const metrics: (readonly MetricRow[] | null)[] = [
    answer.traffic,
    answer.scrollDepth,
    answer.engagement,
    ...Object.values(answer.signals),
  ];
  const isWhole = ({ values }: MetricRow): boolean =>
    answer.dimensions.every((dimension) => values[dimension] !== undefined);
  const keyOf = tupleKeys(metrics, answer.dimensions);
  const indexed = <Row extends MetricRow>(rows: readonly Row[] | null): Map<string, Row> =>
    indexRows(rows?.filter(isWhole) ?? null, keyOf);
  const traffic = indexed(answer.traffic);
  const scroll = indexed(answer.scrollDepth);
  const engagement = indexed(answer.engagement);
  const signalRows = forEachSignal((signal) => indexed(answer.signals[signal]));
  const tuples = new Map<string, DimensionValues>();
  for (const rows of [traffic, scroll, engagement, ...Object.values(signalRows)]) {
    for (const [tuple, row] of rows) tuples.set(tuple, row.values);
  }
  const partial = metrics.flatMap((rows) => rows?.filter((row) => !isWhole(row)) ?? []);
  const join: Join = { rows: [], unreadable: answer.unreadableRows + partial.length };
  for (const [tuple, values] of tuples) {
    const trafficRow = traffic.get(tuple);
    const sessions = sessionsOf(
      trafficRow,
      signals.map((signal) => signalRows[signal].get(tuple)),
    );
    if (sessions === null) {
      join.unreadable += 1;
      continue;
    }
    const botSessions = trafficRow?.botSessions ?? null;
    if (sessions === 0 && (botSessions ?? 0) === 0 && answer.dimensions.length > 0) continue;
    const measures: Measures = {
      ...sessionsOnly(sessions),
      botSessions,
      signals: forEachSignal((signal) =>
        signalCount(signalRows[signal].get(tuple), sessions, isKnownZero(answer, signal)),
      ),
      scrollDepth: weighted(scroll.get(tuple)?.averageScrollDepth, sessions),
      totalSeconds: weighted(engagement.get(tuple)?.totalSeconds, sessions),
      activeSeconds: weighted(engagement.get(tuple)?.activeSeconds, sessions),
    };
    join.rows.push({ values: withoutNulls(values), measures });
  }
  return join;
}

interface MetricRow {
  values: DimensionValues;
}

/**
 * What rows are joined by: their dimension values. A missing source may be null in one metric and empty
 * in another, and is one value then; where one metric has both, they are two rows and stay apart.
 */
function tupleKeys(
  metrics: readonly (readonly MetricRow[] | null)[],
  by: readonly Dimension[],
): (row: MetricRow) => string {
  const numberOf = numberValues();
  const asSent = ({ values }: MetricRow): string =>
    by.map((dimension) => numberOf(values[dimension] ?? null)).join();
  const folded = ({ values }: MetricRow): string =>
    by.map((dimension) => numberOf(values[dimension] ?? '')).join();
  const keptApart = new Set<string>();
  for (const rows of metrics) {
    const seen = new Map<string, string>();
    for (const row of rows ?? []) {
      const known = seen.get(folded(row));
      if (known !== undefined && known !== asSent(row)) keptApart.add(folded(row));
      seen.set(folded(row), asSent(row));
    }
  }
  return (row) => (keptApart.has(folded(row)) ? asSent(row) : folded(row));
}

/** Gives each value a number: nine metrics of 1,000 addresses make keys of 2,000 characters otherwise. */
function numberValues(): (value: string | null) => number {
  const numbers = new Map<string | null, number>();
  return (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
}

/** The rows of one metric by their key. Of several with the same one, the nth meets the others' nth. */
function indexRows<Row extends MetricRow>(
  rows: readonly Row[] | null,
  keyOf: (row: MetricRow) => string,
): Map<string, Row> {
  const index = new Map<string, Row>();
  const seen = new Map<string, number>();
  for (const row of rows ?? []) {
    const key = keyOf(row);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    index.set(`${nth} ${key}`, row);
  }
  return index;
}

function withoutNulls(values: DimensionValues): Partial<Record<Dimension, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([dimension, value]) => [dimension, value ?? '']),
  );
}

/**
 * Traffic counts human sessions; where its row was cut or cannot be read, the signals' denominators
 * stand in. Null when none of them can be read.
 */
function sessionsOf(
  traffic: TrafficRow | undefined,
  rows: readonly (SignalRow | undefined)[],
): number | null {
  const known = rows.map((row) => row?.sessions ?? null).filter((sessions) => sessions !== null);
  return traffic?.sessions ?? (known.length === 0 ? null : Math.max(...known));
}

/**
 * Whether a row that a metric does not have means zero. Not when it did not come, was cut, or is empty beside
 * others that are not: all six list the same values (15 of 15 recorded answers).
 */
function isKnownZero({ signals: metrics }: InsightsAnswer, signal: Signal): boolean {
  const metric = metrics[signal];
  if (metric === null || metric.length >= ROW_CAP) return false;
  return metric.length > 0 || Object.values(metrics).every((rows) => (rows ?? []).length === 0);
}

/**
 * Affected sessions from Clarity's percentage, which has two decimals: `round(pct * sessions / 100)`
 * gave the exact count in 2,328 of 2,328 recorded rows.
 */
function signalCount(
  row: SignalRow | undefined,
  sessions: number,
  isMissingZero: boolean,
): SignalCount {
  if (row === undefined) {
    return isMissingZero ? { events: 0, affected: 0 } : { events: null, affected: null };
  }
  const { percentage, events } = row;
  const denominator = row.sessions ?? sessions;
  if (percentage === null || !isDrift(denominator - sessions, sessions)) {
    return { events, affected: null };
  }
  const affected = Math.round((percentage * denominator) / 100);
  // Percentages are rounded: affected are no more than all sessions, and than the events that affect them.
  return { events, affected: Math.min(affected, sessions, events ?? Infinity) };
}

/**
 * Whether two counts of the same sessions are only some calls or seconds apart: equal in 257 of 257 recorded
 * rows with dimensions, 0.4 % apart at most without.
 */
function isDrift(difference: number, sessions: number): boolean {
  return Math.abs(difference) <= Math.max(1, 0.02 * sessions);
}

function weighted(average: number | null | undefined, sessions: number): WeightedSum | null {
  if (average === null || average === undefined || sessions === 0) return null;
  return { sum: average * sessions, weight: sessions };
}

function* withPages(rows: JoinedRow[], rules: UrlRules): Iterable<JoinedRow> {
  for (const row of rows) {
    const { page } = row.values;
    if (page === undefined) {
      yield row;
    } else if (page === '') {
      if (row.measures.sessions > 0)
        yield { ...row, values: { ...row.values, page: UNKNOWN_PAGE } };
    } else {
      const normalised = normaliseUrl(page, rules);
      if (normalised !== null) yield { ...row, values: { ...row.values, page: normalised } };
    }
  }
}

function referrerFacts(answer: InsightsAnswer): BreakdownFacts[] {
  if (answer.referrers === null) return [];
  const rows = answer.referrers.flatMap(({ referrer, sessions }) =>
    sessions === null ? [] : [{ values: { referrer }, measures: sessionsOnly(sessions) }],
  );
  const { facts, leftOut } = withinBounds(groupFacts('referrer', rows));
  const unreadable = answer.referrers.length - rows.length + leftOut;
  const truncated = answer.referrers.length >= TOP_LIST_CAP || unreadable > 0;
  return [{ breakdown: 'referrer', truncated, facts }];
}
