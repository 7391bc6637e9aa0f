import type { Signal } from '../segments/signals.ts';
import type { Dimension } from '../segments/breakdown.ts';

/** Clarity cuts off every metric at this many rows, at an arbitrary place. Source: official page. */
export const ROW_CAP = 1000;

/** Clarity's top lists end after this many rows. Source: 132 recorded responses. */
export const TOP_LIST_CAP = 10;

type Count = number | null;

/** A row's dimension values as sent: for a missing source, both null and empty text occur. */
export type DimensionValues = Partial<Record<Dimension, string | null>>;

/** Impossible values of one field, such as 120 % of the sessions: all count as unknown. */
export interface DoubtfulField {
  /** E.g. `Traffic.totalSessionCount`. */
  field: string;
  values: number;
  /** The first of them, shortened. */
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

/** Lists of the response without dimensions in which each session is in one row, so that they add up. */
export const reconciledLists = ['device', 'browser', 'os', 'country'] as const;

export type ReconciledList = (typeof reconciledLists)[number];

/** A response of the insights format, parsed but not yet joined. A metric that did not come is null. */
export interface InsightsAnswer {
  format: 'insights';
  /** The dimensions found on the rows. */
  dimensions: Dimension[];
  signals: Record<Signal, SignalRow[] | null>;
  scrollDepth: ScrollRow[] | null;
  traffic: TrafficRow[] | null;
  engagement: EngagementRow[] | null;
  /** Sessions per referrer, at most ten, only without dimensions; an empty text means no referrer. */
  referrers: { referrer: string; sessions: Count }[] | null;
  /** Sessions of all rows of a list; null if the list did not come, is full, or not all rows could be parsed. */
  listedSessions: Record<ReconciledList, number | null>;
  /** The response has the lists that come only when no dimension was applied. */
  isUndimensioned: boolean;
  /** Rows of all metrics. */
  rows: number;
  /** Metrics cut off at the row limit. */
  truncatedMetrics: string[];
  /** Rows that are not objects, so that nothing is known about them. */
  unreadableRows: number;
  /** Metrics and fields (`Metric.field`) this version does not know. */
  unrecognised: string[];
  doubtful: DoubtfulField[];
}
