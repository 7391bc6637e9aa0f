import { describe, expect, it } from 'vitest';
import { coverageOf, takesOver } from '../../src/index.ts';

describe('two windows that claim a day', () => {
  const early = new Date('2026-11-20T05:00:00Z');
  const late = new Date('2026-11-20T08:00:00Z');

  it('leave it to the one that covers more of it', () => {
    const long = { overlapSeconds: 19 * 3600, windowEnd: early };
    const short = { overlapSeconds: 16 * 3600, windowEnd: late };
    expect(takesOver(short, long)).toBe(false);
    expect(takesOver(long, short)).toBe(true);
  });

  it('leave it to the later one on a tie, and to itself when nothing holds it', () => {
    const first = { overlapSeconds: 60, windowEnd: early };
    const second = { overlapSeconds: 60, windowEnd: late };
    expect(takesOver(second, first)).toBe(true);
    expect(takesOver(first, second)).toBe(false);
    expect(takesOver(first, first)).toBe(false);
    expect(takesOver(first, null)).toBe(true);
  });
});

it('puts every day of a window into exactly one state', () => {
  const states = new Map([
    ['2026-11-16', 'complete'],
    ['2026-11-17', 'truncated'],
    ['2026-11-19', 'estimated'],
    ['2026-11-25', 'complete'],
  ] as const);
  expect(coverageOf({ from: '2026-11-16', to: '2026-11-20' }, states)).toEqual({
    complete: ['2026-11-16'],
    truncated: ['2026-11-17'],
    estimated: ['2026-11-19'],
    missing: ['2026-11-18', '2026-11-20'],
  });
});
