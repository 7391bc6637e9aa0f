/** z of a one-sided 95 % bound. */
const Z_ONE_SIDED_95 = 1.6448536269514722;

/**
 * Lower bound of the Wilson score interval for a share of `affected` in `sessions`, one-sided 95 %
 * unless another `z` is given.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonLowerBound(affected: number, sessions: number, z = Z_ONE_SIDED_95): number {
  // At zero the formula leaves the noise of floating point, which would count as proof.
  if (sessions <= 0 || affected <= 0) return 0;
  const z2 = z ** 2;
  const share = Math.min(1, affected / sessions);
  const centre = share + z2 / (2 * sessions);
  const margin = z * Math.sqrt((share * (1 - share) + z2 / (4 * sessions)) / sessions);
  return Math.max(0, (centre - margin) / (1 + z2 / sessions));
}
