/** One visit of the second format. Missing fields are zero or empty, as in the tutorial it comes from. */
export interface SessionRecord {
  sessionId: string;
  pageUrl: string;
  durationSeconds: number;
  pageViews: number;
  rageClicks: number;
  deadClicks: number;
  /** Percent 0..100. */
  scrollDepth: number;
  referrer: string;
  device: string;
  browser: string;
  country: string;
}
