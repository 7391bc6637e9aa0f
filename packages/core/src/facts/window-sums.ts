import type { Measures } from './measures.ts';

/** Measures added up over days. */
export interface WindowSums extends Measures {
  /** Sessions of the days on which bounces were known. */
  bounceKnownSessions: number;
}
