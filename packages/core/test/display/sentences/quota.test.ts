import { describe, expect, it } from 'vitest';
import { callsUsed, nextFreeCalls } from '../../../src/index.ts';

describe('a quota in words', () => {
  it('names the calls that count', () => {
    expect(callsUsed({ used: 9, limit: 10 })).toBe('9 of 10 calls in the last 24 hours');
  });

  it.each([
    [1, '2026-11-21T14:01:00.000Z', '1 more is free from 2026-11-21 14:01 UTC'],
    [3, '2026-11-21T14:00:00.001Z', '3 more are free from 2026-11-21 14:01 UTC'],
  ])('names the minute from which %i more are free', (nextFree, nextFreeAt, text) => {
    expect(nextFreeCalls({ nextFree, nextFreeAt, isRefusing: false })).toBe(text);
    expect(nextFreeCalls({ nextFree, nextFreeAt: new Date(nextFreeAt), isRefusing: false })).toBe(
      text,
    );
  });

  it('says nothing when all are free', () => {
    expect(nextFreeCalls({ nextFree: 0, nextFreeAt: null, isRefusing: false })).toBeNull();
  });

  it('promises nothing after a refusal', () => {
    const refused = { nextFree: 1, nextFreeAt: '2026-11-21T14:00:00Z', isRefusing: true };
    expect(nextFreeCalls(refused)).toBe(
      'Clarity refuses further calls; the next try is possible from 2026-11-21 14:00 UTC',
    );
  });
});
