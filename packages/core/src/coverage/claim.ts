/** What a window has to say for a day, next to another one. */
export interface CoverageClaim {
  /** Seconds of the calendar day that the window covers. */
  overlapSeconds: number;
  windowEnd: Date;
}

/** Whether a new window takes a day over: the one that covers more of it wins, the later on a tie. */
export function takesOver(claim: CoverageClaim, holder: CoverageClaim | null): boolean {
  if (holder === null) return true;
  if (claim.overlapSeconds !== holder.overlapSeconds)
    return claim.overlapSeconds > holder.overlapSeconds;
  return claim.windowEnd > holder.windowEnd;
}
