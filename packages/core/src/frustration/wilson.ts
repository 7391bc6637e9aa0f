/** z of a one-sided 95 % bound. */
const Z_ONE_SIDED_95 = 1.6448536269514722;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson score interval for a share of `affected` in `sessions`: two-sided for the z of half the error,
 * e.g. 1.96 for 95 %. Without a session it is all of 0..1.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonInterval(affected: number, sessions: number, z: number): Interval {
  if (sessions <= 0) return { low: 0, high: 1 };
  const z2 = z ** 2;
  const share = Math.min(1, affected / sessions);
  const centre = share + z2 / (2 * sessions);
  const margin = z * Math.sqrt((share * (1 - share) + z2 / (4 * sessions)) / sessions);
  const scale = 1 + z2 / sessions;
  return {
    // At none and at all the formula leaves the noise of floating point, which would count as proof.
    low: share <= 0 ? 0 : Math.max(0, (centre - margin) / scale),
    high: share >= 1 ? 1 : Math.min(1, (centre + margin) / scale),
  };
}

/** Lower bound of the Wilson score interval, one-sided 95 % unless another `z` is given. */
export function wilsonLowerBound(affected: number, sessions: number, z = Z_ONE_SIDED_95): number {
  return wilsonInterval(affected, sessions, z).low;
}
