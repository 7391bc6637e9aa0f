/** One visit of the second format. Null is unknown: the record did not say. */
export interface SessionRecord {
  sessionId: string;
  pageUrl: string;
  durationSeconds: number | null;
  pageViews: number | null;
  rageClicks: number | null;
  deadClicks: number | null;
  /** Percent 0..100. */
  scrollDepth: number | null;
  referrer: string;
  device: string;
  browser: string;
  country: string;
}
