import { onTestFailed } from 'vitest';

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function aRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The seed of `TEST_SEED`, or another one in every run where that is `random`. A test that fails says which
 * it was. fast-check does the same by itself.
 */
export function aSeed(): number {
  const given = process.env['TEST_SEED'];
  const seed =
    given === undefined || given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  onTestFailed(({ task }) => {
    task.result?.errors?.forEach((error) => {
      error.message += `\nThe seed was ${seed}. Run it again with TEST_SEED=${seed}.`;
    });
  });
  return seed;
}
