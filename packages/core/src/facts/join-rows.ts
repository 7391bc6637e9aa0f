import type { Dimension } from '../segments/breakdown.ts';
import type { Signal } from '../segments/signals.ts';
import { forEachSignal } from '../segments/signals.ts';
import type {
  DimensionValues,
  EngagementRow,
  InsightsAnswer,
  ScrollRow,
  SignalRow,
  TrafficRow,
} from './insights-answer.ts';

/** What all metrics say about the same dimension values. */
export interface JoinedRow {
  values: Partial<Record<Dimension, string>>;
  traffic: TrafficRow | undefined;
  scroll: ScrollRow | undefined;
  engagement: EngagementRow | undefined;
  signals: Record<Signal, SignalRow | undefined>;
}

interface MetricRow {
  values: DimensionValues;
}

/**
 * Joins the lists of all metrics by dimension values, never by position: the order differs between
 * metrics. `partial` counts rows that lack a value of a dimension, and so cannot be joined.
 */
export function joinRows(answer: InsightsAnswer): { rows: JoinedRow[]; partial: number } {
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
  const partial = metrics.flatMap((rows) => rows?.filter((row) => !isWhole(row)) ?? []).length;
  const rows = [...tuples].map(([tuple, values]) => ({
    values: withoutNulls(values),
    traffic: traffic.get(tuple),
    scroll: scroll.get(tuple),
    engagement: engagement.get(tuple),
    signals: forEachSignal((signal) => signalRows[signal].get(tuple)),
  }));
  return { rows, partial };
}

/**
 * Makes the keys that rows are joined by from their dimension values. A missing source may be null in one
 * metric and empty in another: both are the same value, unless one metric has both.
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

/** Numbers the values: keys made of URLs would have 2,000 characters each, in nine metrics of 1,000 rows. */
function numberValues(): (value: string | null) => number {
  const numbers = new Map<string | null, number>();
  return (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
}

/** The rows of one metric by key. Where rows share a key, the nth row joins the nth of other metrics. */
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
