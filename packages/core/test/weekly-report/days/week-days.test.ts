import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayState } from '../../../src/index.ts';
import {
  addDays,
  addWeeks,
  comparedPageDays,
  countDays,
  daysOfWeek,
  MIN_COMPARED_DAYS,
  reportDays,
  weekOf,
} from '../../../src/index.ts';
import { sumDays, sumSignals } from '../../../src/weekly-report/days/sum-days.ts';
import {
  comparedDays,
  completeDays,
  knownDays,
  lastDayOfWeek,
} from '../../../src/weekly-report/days/week-days.ts';
import { someStates, someSums, WEEK } from '../../support/a-week.ts';

const [monday = '', tuesday = '', wednesday = ''] = daysOfWeek(WEEK);

describe('the days of a report', () => {
  it('are nine weeks that end with its own', () => {
    const { from, to } = reportDays(WEEK);
    expect(countDays(from, to)).toBe(63);
    expect(to).toBe('2026-11-22');
    expect(weekOf(from)).toBe(addWeeks(WEEK, -8));
    expect(lastDayOfWeek(WEEK)).toBe(to);
  });

  it('reach back over the turn of a long year', () => {
    const { from, to } = reportDays('2027-W02');
    expect([from, to]).toEqual(['2026-11-16', '2027-01-17']);
    expect(countDays(from, to)).toBe(63);
  });
});

describe('the compared days', () => {
  it('are those whose weekday is complete in both weeks', () => {
    const states = someStates({
      [monday]: 'estimated',
      [addDays(tuesday, -7)]: 'truncated',
      [addDays(wednesday, -7)]: 'missing',
    });
    expect(comparedDays(WEEK, states)).toEqual(daysOfWeek(WEEK).slice(3));
  });

  it('of pages are none when fewer than five are left', () => {
    const days = daysOfWeek(WEEK);
    const lacking = (count: number) =>
      someStates(Object.fromEntries(days.slice(0, count).map((day) => [day, 'missing' as const])));
    expect(comparedPageDays(WEEK, lacking(2)).thisWeek).toHaveLength(MIN_COMPARED_DAYS);
    expect(comparedPageDays(WEEK, lacking(3))).toEqual({ thisWeek: [], weekBefore: [] });
  });

  it('come in pairs of one weekday', () => {
    const state = fc.constantFrom<DayState>('complete', 'estimated', 'truncated', 'missing');
    fc.assert(
      fc.property(fc.array(state, { minLength: 14, maxLength: 14 }), (states) => {
        const days = [...daysOfWeek(addWeeks(WEEK, -1)), ...daysOfWeek(WEEK)];
        const known = new Map(days.map((day, index) => [day, states[index] ?? 'missing']));
        const { thisWeek, weekBefore } = comparedPageDays(WEEK, known);
        expect(weekBefore).toEqual(thisWeek.map((day) => addDays(day, -7)));
        for (const day of [...thisWeek, ...weekBefore]) expect(known.get(day)).toBe('complete');
        expect(thisWeek.length === 0 || thisWeek.length >= MIN_COMPARED_DAYS).toBe(true);
      }),
    );
  });
});

it('knows a day that is estimated or cut off, and takes only a whole one for complete', () => {
  const states = new Map<string, DayState>([
    [monday, 'complete'],
    [tuesday, 'estimated'],
    [wednesday, 'truncated'],
  ]);
  expect(knownDays(daysOfWeek(WEEK), states)).toEqual([monday, tuesday, wednesday]);
  expect(completeDays(daysOfWeek(WEEK), states)).toEqual([monday]);
});

describe('the sums of some days', () => {
  const daily = new Map([
    [monday, someSums(100, { rageClicks: 10 })],
    [tuesday, someSums(50, { rageClicks: 1 })],
  ]);

  it('are null where nothing is known, and never zero', () => {
    expect(sumDays(daily, [wednesday])).toBeNull();
    expect(sumDays(daily, [])).toBeNull();
    expect(sumSignals(daily, [wednesday])).toMatchObject({
      sessions: 0,
      signals: { rageClicks: { affected: null, knownSessions: 0 } },
    });
  });

  it('add up counts and the sums behind averages', () => {
    expect(sumDays(daily, [monday, tuesday, wednesday])).toMatchObject({
      sessions: 150,
      signals: { rageClicks: { affected: 11, knownSessions: 150 } },
      scrollDepth: { sum: 7_500, weight: 150 },
    });
    expect(sumSignals(daily, [monday, tuesday]).signals.rageClicks).toEqual({
      affected: 11,
      knownSessions: 150,
    });
  });

  it('keep an unknown day out of a rate, and not out of the sessions', () => {
    const unknown = someSums(30);
    unknown.signals.rageClicks = { events: null, affected: null, knownSessions: 0 };
    const sums = sumDays(new Map([...daily, [wednesday, unknown]]), [monday, wednesday]);
    expect(sums?.sessions).toBe(130);
    expect(sums?.signals.rageClicks).toMatchObject({ affected: 10, knownSessions: 100 });
  });
});
