import { describe, expect, it } from 'vitest';
import type { DayState } from '../../../src/index.ts';
import { addDays, addWeeks, daysOfWeek } from '../../../src/index.ts';
import { baselineOf } from '../../../src/weekly-report/totals/baseline.ts';
import { trendOf } from '../../../src/weekly-report/totals/trend.ts';
import { someStates, someSums, someTotals, WEEK } from '../../support/a-week.ts';

/** States in which so many days of the week before are of a state. */
function weekBefore(count: number, state: DayState): Map<string, DayState> {
  const days = daysOfWeek(addWeeks(WEEK, -1)).slice(0, count);
  return someStates(Object.fromEntries(days.map((day) => [day, state])));
}

const trend = (states: Map<string, DayState>) =>
  trendOf({ week: WEEK, states: { total: states } as never, totals: someTotals(states) });

describe('the trend', () => {
  it('is eight weeks that end with this one', () => {
    const weeks = trend(someStates());
    expect(weeks.map(({ week }) => week)).toEqual(
      [-7, -6, -5, -4, -3, -2, -1, 0].map((index) => addWeeks(WEEK, index)),
    );
    expect(weeks.at(-1)).toMatchObject({ knownDays: 7, sessions: 700 });
    expect(weeks[0]).toMatchObject({ knownDays: 7, sessions: 560 });
    expect(weeks.at(-1)?.rates.rageClicks).toBeCloseTo(0.08, 12);
  });

  it.each<[number, DayState, number, number | null]>([
    [2, 'missing', 5, 400],
    [3, 'missing', 4, null],
    [7, 'missing', 0, null],
    // What is known in part is known.
    [7, 'estimated', 7, 560],
    [7, 'truncated', 7, 560],
  ])('has for a week with %i days %s: %i known, %j sessions', (count, state, known, sessions) => {
    const week = trend(weekBefore(count, state)).at(-2);
    expect([week?.knownDays, week?.sessions]).toEqual([known, sessions]);
    expect(week?.rates.rageClicks === null).toBe(sessions === null);
  });
});

describe('the four weeks before', () => {
  const baseline = (states: Map<string, DayState>) =>
    baselineOf(WEEK, { states, totals: someTotals(states) });

  it('are held against the same weekdays', () => {
    const usual = baseline(someStates());
    expect(usual.days).toEqual(daysOfWeek(WEEK));
    expect(usual.weeks).toBe(4);
    expect(usual.pooled?.sessions).toBe(4 * 560);
    expect(usual.perDay.map((sums) => sums.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
  });

  it('leave out a weekday that fewer than two of them have, and one of the week that is no whole day', () => {
    const [monday = '', tuesday = '', wednesday = ''] = daysOfWeek(WEEK);
    const usual = baseline(
      someStates({
        [addDays(monday, -7)]: 'missing',
        [addDays(monday, -14)]: 'estimated',
        [addDays(monday, -21)]: 'truncated',
        [addDays(tuesday, -7)]: 'missing',
        [addDays(tuesday, -14)]: 'missing',
        [wednesday]: 'estimated',
      }),
    );
    expect(usual.days).toEqual([tuesday, ...daysOfWeek(WEEK).slice(3)]);
    expect(usual.perDay.map((sums) => sums.length)).toEqual([2, 4, 4, 4, 4]);
  });

  it('are none where nothing was collected', () => {
    const states = someStates();
    for (const day of states.keys())
      if (!daysOfWeek(WEEK).includes(day)) states.set(day, 'missing');
    expect(baseline(states)).toEqual({
      days: [],
      weeks: 0,
      thisWeek: null,
      pooled: null,
      perDay: [],
    });
  });

  it('count the weeks that have any of the days', () => {
    const lost = daysOfWeek(addWeeks(WEEK, -3));
    const usual = baseline(
      someStates(Object.fromEntries(lost.map((day) => [day, 'missing' as const]))),
    );
    expect(usual.weeks).toBe(3);
    expect(usual.pooled).toEqual(
      expect.objectContaining({ sessions: someSums(3 * 560).sessions }) as unknown,
    );
  });
});
