/** Coefficients of the range from 1.4e-11 to 0.075, the lowest power first. */
const numerator = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2,
  7.7454501427834140764e-4,
];
const denominator = [
  1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1,
  1.4810397642748007459e-1, 1.51986665636164571966e-2, 5.475938084995344946e-4,
  1.05075007164441684324e-9,
];

/**
 * The z that a standard normal variable exceeds with probability `tail`, to sixteen digits: 0.025 gives
 * 1.96. Only for tails that a confidence can have, from 1.4e-11 to 0.075.
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", 1988.
 *
 * @throws RangeError for any other tail.
 */
export function upperNormalQuantile(tail: number): number {
  if (!(tail >= 1.4e-11 && tail <= 0.075)) {
    throw new RangeError(`Expected a tail from 1.4e-11 to 0.075, got ${tail}.`);
  }
  const r = Math.sqrt(-Math.log(tail)) - 1.6;
  return polynomial(numerator, r) / polynomial(denominator, r);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}
