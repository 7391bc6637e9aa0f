import type { Signal } from '../segments/signals.ts';
import type { Dimension } from '../segments/breakdown.ts';

/** Clarity cuts every metric at so many rows, at an arbitrary place. Source: official page. */
export const ROW_CAP = 1000;

/** Clarity's top lists end after so many rows. Source: 132 recorded answers. */
export const TOP_LIST_CAP = 10;

type Count = number | null;

/** Values of a row's dimensions as sent: for a missing source both null and empty text are seen. */
export type DimensionValues = Partial<Record<Dimension, string | null>>;

/** Values of one field that cannot be what the field means, such as 120 % of the sessions: all are unknown. */
export interface DoubtfulField {
  /** E.g. `Traffic.totalSessionCount`. */
  field: string;
  values: number;
  /** The first of them, short. */
  example: string;
}

export interface SignalRow {
  values: DimensionValues;
  sessions: Count;
  percentage: Count;
  events: Count;
}

export interface ScrollRow {
  values: DimensionValues;
  averageScrollDepth: Count;
}

export interface TrafficRow {
  values: DimensionValues;
  sessions: Count;
  botSessions: Count;
}

export interface EngagementRow {
  values: DimensionValues;
  totalSeconds: Count;
  activeSeconds: Count;
}

/** Lists of the answer without dimensions of which each session is in one row, so that they add up. */
export const reconciledLists = ['device', 'browser', 'os', 'country'] as const;

export type ReconciledList = (typeof reconciledLists)[number];

/** An answer of the insights format, read but not yet joined. A metric that did not come is null. */
export interface InsightsAnswer {
  format: 'insights';
  /** The dimensions found on the rows. */
  dimensions: Dimension[];
  signals: Record<Signal, SignalRow[] | null>;
  scrollDepth: ScrollRow[] | null;
  traffic: TrafficRow[] | null;
  engagement: EngagementRow[] | null;
  /** Sessions per referrer, at most ten, only in an answer without dimensions; empty text is none. */
  referrers: { referrer: string; sessions: Count }[] | null;
  /** Sessions of all rows of a list; null when it did not come, or not all of them could be read. */
  listedSessions: Record<ReconciledList, number | null>;
  /** The answer carries the lists that come only when no dimension was applied. */
  isUndimensioned: boolean;
  /** Rows of all metrics. */
  rows: number;
  /** Metrics cut at the row cap. */
  truncatedMetrics: string[];
  /** Rows that are no rows: nothing is known of what they are of. */
  unreadableRows: number;
  /** Metrics and fields (`Metric.field`) this version does not know. */
  unrecognised: string[];
  doubtful: DoubtfulField[];
}
