import { describe, expect, it } from 'vitest';
import { coverageOf, planCalls, takesOver } from '../src/index.ts';

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

describe('the plan', () => {
  const utc = { timeZone: 'UTC', format: 'insights' as const };
  const all = ['total', 'page_device', 'device_source_medium'] as const;

  /** The breakdowns asked at an instant, after windows that ended at others. */
  function planned(
    now: string,
    ends: string[],
    options: Partial<Parameters<typeof planCalls>[0]> = {},
  ): string[] {
    const answered = ends.flatMap((end) =>
      all.map((breakdown) => ({ breakdown, windowEnd: new Date(end) })),
    );
    return planCalls({ now: new Date(now), answered, ...utc, ...options }).map(
      ({ numOfDays, breakdown }) => `${numOfDays} ${breakdown}`,
    );
  }
  const three = all.map((breakdown) => `1 ${breakdown}`);

  it('asks three things of a new day', () => {
    expect(planned('2026-11-20T05:00:00Z', [], { format: null })).toEqual(three);
    expect(planned('2026-11-20T05:00:00Z', ['2026-11-19T05:00:00Z'])).toEqual(three);
  });

  it('asks only what is not answered yet', () => {
    const answered = [{ breakdown: 'total' as const, windowEnd: new Date('2026-11-20T05:00:00Z') }];
    expect(planned('2026-11-20T05:10:00Z', [], { answered })).toEqual([
      '1 page_device',
      '1 device_source_medium',
    ]);
    expect(planned('2026-11-20T08:00:00Z', ['2026-11-20T05:00:00Z'])).toEqual([]);
  });

  it('asks a window that is wanted by hand whatever is answered', () => {
    const now = '2026-11-20T05:00:00Z';
    expect(planned(now, [now], { numOfDays: 3, format: 'sessions' })).toEqual(['3 total']);
  });

  it('asks a day once more after it has ended, when that covers clearly more of it', () => {
    const afternoon = ['2026-11-20T14:00:00Z'];
    expect(planned('2026-11-20T19:00:00Z', afternoon)).toEqual([]);
    expect(planned('2026-11-21T05:00:00Z', afternoon)).toEqual(three);
    expect(planned('2026-11-21T09:30:00Z', afternoon)).toEqual([]);
  });

  it('leaves a day that has not ended alone when its hours are counted on the day before', () => {
    const morning = ['2026-11-20T05:00:00Z'];
    expect(planned('2026-11-20T13:00:00Z', morning)).toEqual([]);
    expect(planned('2026-11-21T05:00:00Z', morning)).toEqual(three);
    expect(planned('2026-11-20T13:00:00Z', ['2026-11-19T14:00:00Z'])).toEqual(three);
  });

  it('asks for session records at any hour, because each is stored once', () => {
    const answered = [{ breakdown: 'total' as const, windowEnd: new Date('2026-11-20T05:00:00Z') }];
    expect(planned('2026-11-20T13:00:00Z', [], { answered, format: 'sessions' })).toEqual([
      '1 total',
    ]);
  });

  it('takes the days of the project’s zone', () => {
    const timeZone = 'Pacific/Auckland';
    const morning = ['2026-11-19T17:00:00Z'];
    expect(planned('2026-11-20T17:00:00Z', morning, { timeZone })).toEqual(three);
    expect(planned('2026-11-19T20:00:00Z', morning, { timeZone })).toEqual([]);
  });
});
