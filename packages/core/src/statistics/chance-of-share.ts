/**
 * At most how likely chance alone makes a share of `sessions` as high as `rate` where `expected` is the true
 * rate. Unlike a bound by the normal distribution it also holds for a handful of affected sessions.
 * Source: H. Chernoff, "A measure of asymptotic efficiency for tests of a hypothesis based on the sum of
 * observations", Annals of Mathematical Statistics 23 (1952) 493-507: exp(-n KL(rate || expected)).
 */
export function chanceOfShare(
  { rate, sessions }: { rate: number; sessions: number },
  expected: number,
): number {
  if (rate <= expected) return 1;
  if (expected <= 0) return 0;
  const ofOthers = rate >= 1 ? 0 : (1 - rate) * Math.log((1 - rate) / (1 - expected));
  return Math.exp(-sessions * (rate * Math.log(rate / expected) + ofOthers));
}
