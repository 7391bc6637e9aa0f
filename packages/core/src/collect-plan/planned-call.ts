import type { Day } from '../calendar/day.ts';
import type { NumOfDays } from '../calendar/rolling-window.ts';
import type { Breakdown } from '../segments/breakdown.ts';

/**
 * Why a call is made. newest-day: the day that the last 24 hours mostly cover. heal: an older day that is missing,
 * or an estimate that can be improved. narrow-window: the window that a wider one is differenced with. extra: a
 * breakdown on top of the daily ones. by-hand: someone requested it.
 */
export type CallReason = 'newest-day' | 'heal' | 'narrow-window' | 'extra' | 'by-hand';

export interface PlannedCall {
  numOfDays: NumOfDays;
  breakdown: Breakdown;
  reason: CallReason;
  /** The reporting day it is made for. */
  day: Day;
}
