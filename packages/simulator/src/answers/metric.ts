/** Field names and values in wire order. */
export type MetricRow = Record<string, string | number | null>;

/** One item of an insights answer. */
export type Metric = { metricName: string; information: MetricRow[] };
