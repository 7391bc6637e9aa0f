import type { Share } from './newcombe.ts';

/**
 * The logarithm of the binomial likelihood of a share under its own rate, the highest there is. The binomial
 * coefficient is left out: it is the same for every way to split the same sessions in two.
 * Source: D. V. Hinkley and E. A. Hinkley, "Inference about the change-point in a sequence of binomial
 * variables", Biometrika 57 (1970) 477-488.
 */
export function logLikelihood({ affected, sessions }: Share): number {
  return [affected, sessions - affected].reduce(
    (sum, count) => (count <= 0 ? sum : sum + count * Math.log(count / sessions)),
    0,
  );
}
