/** Coefficients for tails from 1.4e-11 to 0.075, lowest power first. */
const numerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const denominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];

/**
 * The z that a standard normal variable exceeds with probability `tail`, to sixteen digits: 0.025 gives 1.96.
 * Only for the tails that a confidence can have, 1.4e-11 to 0.075.
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
 * Statistics 37 (1988) 477-484.
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
