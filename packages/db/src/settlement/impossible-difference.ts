import type { Breakdown, Day } from '@clarity-keep/core';

/** A difference of two responses with values that cannot be. */
export interface ImpossibleDifference {
  breakdown: Breakdown;
  day: Day;
  /** The wider response. */
  callId: number;
  segments: number;
  /** The whole difference is unusable, so the day gets no facts from it. */
  isRefused: boolean;
}
