import { describe, expect, it, vi } from 'vitest';
import { aRandom, aSeed } from '../src/index.ts';

describe('random numbers', () => {
  it('are the same for the same seed, from 0 to 1', () => {
    const drawn = (seed: number) => Array.from({ length: 1_000 }, aRandom(seed));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(3).filter((number) => number < 0 || number >= 1)).toEqual([]);
  });
});

describe('a seed', () => {
  it('is that of TEST_SEED', () => {
    vi.stubEnv('TEST_SEED', '42');
    expect(aSeed()).toBe(42);
    vi.unstubAllEnvs();
  });
});
