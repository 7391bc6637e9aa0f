import type { Day } from '../calendar/day.ts';
import type { Breakdown } from '../segments/breakdown.ts';
import type { DayState } from './coverage.ts';

/** What is stored of one day and breakdown, and where it comes from. */
export interface CoveredDay {
  breakdown: Breakdown;
  day: Day;
  state: Exclude<DayState, 'missing'>;
  method: 'direct' | 'differenced' | 'sessions';
  /** Null for imported session records. */
  callId: number | null;
  /** The narrower response, when the day is the difference of two. */
  subtractedCallId: number | null;
  /** Seconds of the calendar day that the window covers. */
  overlapSeconds: number;
  /** End of the 24 hours that are counted. */
  windowEnd: Date;
}
