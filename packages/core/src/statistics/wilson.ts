/** z of a one-sided 95% bound. */
const Z_ONE_SIDED_95 = 1.6448536269514722;

export interface Interval {
  low: number;
  high: number;
}

/**
 * The Wilson score interval of the share `affected / sessions`, two-sided: 1.96 for `z` gives 95%. Without a
 * session it is all of 0..1.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927) 209-212.
 */
export function wilsonInterval(affected: number, sessions: number, z: number): Interval {
  if (sessions <= 0) return { low: 0, high: 1 };
  const z2 = z ** 2;
  const share = Math.min(1, affected / sessions);
  const centre = share + z2 / (2 * sessions);
  const margin = z * Math.sqrt((share * (1 - share) + z2 / (4 * sessions)) / sessions);
  const scale = 1 + z2 / sessions;
  return {
    // At 0 and at 1 the formula leaves floating-point noise, which would count as proof.
    low: share <= 0 ? 0 : Math.max(0, (centre - margin) / scale),
    high: share >= 1 ? 1 : Math.min(1, (centre + margin) / scale),
  };
}

/** The lower bound of the Wilson score interval, one-sided 95% unless another `z` is given. */
export function wilsonLowerBound(affected: number, sessions: number, z = Z_ONE_SIDED_95): number {
  return wilsonInterval(affected, sessions, z).low;
}
