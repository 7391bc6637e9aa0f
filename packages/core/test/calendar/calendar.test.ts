import { describe, expect, it } from 'vitest';
import {
  addWeeks,
  dayBounds,
  dayOfInstant,
  daysBetween,
  daysOfWeek,
  instantOf,
  isoWeekSchema,
  lastCompleteWeek,
  oldestDayOfWindow,
  overlapSeconds,
  questionWindow,
  reportingDay,
  rollingWindow,
  timeZoneSchema,
  weekOf,
} from '../../src/index.ts';

describe('reporting days', () => {
  it('gives a one-day window to the day it overlaps most', () => {
    expect(reportingDay(new Date('2026-11-20T04:30:00Z'), 'UTC')).toBe('2026-11-19');
    expect(reportingDay(new Date('2026-11-20T11:59:59Z'), 'UTC')).toBe('2026-11-19');
    expect(reportingDay(new Date('2026-11-20T12:00:00Z'), 'UTC')).toBe('2026-11-20');
    expect(reportingDay(new Date('2026-11-20T23:00:00Z'), 'UTC')).toBe('2026-11-20');
  });

  it('counts days in the zone of the project', () => {
    const end = new Date('2026-11-20T11:30:00Z');
    expect(reportingDay(end, 'UTC')).toBe('2026-11-19');
    expect(reportingDay(end, 'Europe/Berlin')).toBe('2026-11-20');
    expect(reportingDay(end, 'America/New_York')).toBe('2026-11-19');
  });

  it('measures how much of the calendar day a window covers', () => {
    const window = rollingWindow(new Date('2026-11-20T04:30:00Z'), 1);
    expect(overlapSeconds(window, '2026-11-19', 'UTC')).toBe(19.5 * 3600);
    expect(overlapSeconds(window, '2026-11-20', 'UTC')).toBe(4.5 * 3600);
    expect(overlapSeconds(window, '2026-11-21', 'UTC')).toBe(0);
  });

  it('has 23 and 25 hours in a day when the clocks change', () => {
    const hours = (day: string) => {
      const { start, end } = dayBounds(day, 'Europe/Berlin');
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-10-26')).toBe(24);
    expect(dayOfInstant(new Date('2026-10-25T23:30:00Z'), 'Europe/Berlin')).toBe('2026-10-26');
  });

  it.each([
    ['2026-11-23', '12:00', 'UTC', '2026-11-23T12:00:00.000Z'],
    ['2026-11-23', '12:00', 'Europe/Berlin', '2026-11-23T11:00:00.000Z'],
    ['2026-07-06', '00:30', 'Europe/Berlin', '2026-07-05T22:30:00.000Z'],
    ['2026-11-23', '12:00', 'Asia/Kolkata', '2026-11-23T06:30:00.000Z'],
    // The night that has no 02:30, and the one that has it twice.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('knows when %s %s is in %s', (day, time, timeZone, instant) => {
    expect(instantOf({ day, time }, timeZone).toISOString()).toBe(instant);
  });

  it('finds the oldest day of a wide window', () => {
    expect(oldestDayOfWindow(new Date('2026-11-20T05:00:00Z'), 3, 'UTC')).toBe('2026-11-17');
  });
});

describe('ISO weeks', () => {
  it('knows the weeks around the turn of the year', () => {
    expect(weekOf('2026-12-31')).toBe('2026-W53');
    expect(weekOf('2027-01-03')).toBe('2026-W53');
    expect(weekOf('2027-01-04')).toBe('2027-W01');
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01');
  });

  it('runs from Monday to Sunday', () => {
    expect(daysOfWeek('2026-W47')).toEqual(daysBetween('2026-11-16', '2026-11-22'));
  });

  it('reports the last week whose Sunday has ended', () => {
    expect(lastCompleteWeek('2026-11-22')).toBe('2026-W46');
    expect(lastCompleteWeek('2026-11-23')).toBe('2026-W47');
  });

  it.each(['2026-47', '2026-W54', '2025-W53', '2026-W00', 'W47'])('refuses %s', (text) => {
    expect(isoWeekSchema.safeParse(text).success).toBe(false);
  });
});

describe('the window of a question', () => {
  const today = '2026-11-20';
  const ask = (request: Parameters<typeof questionWindow>[0], newestDay: string | null = null) =>
    questionWindow(request, { today, newestDay });

  it('is the last seven days that ended when days are asked for', () => {
    const lastSeven = { from: '2026-11-13', to: '2026-11-19', days: 7 };
    expect(ask({ days: 7 })).toEqual(lastSeven);
    expect(ask({ days: 7 }, today)).toEqual(lastSeven);
  });

  it('takes in today when nothing is said and today is known already', () => {
    expect(ask({}, today)).toEqual({ from: '2026-11-14', to: today, days: 7 });
    expect(ask({}, '2999-01-01')).toEqual({ from: '2026-11-14', to: today, days: 7 });
    expect(ask({}, '2026-11-17')).toEqual({ from: '2026-11-13', to: '2026-11-19', days: 7 });
  });

  it('takes two of from, to and days', () => {
    const three = { from: '2026-11-01', to: '2026-11-03', days: 3 };
    expect(ask({ from: '2026-11-01', to: '2026-11-03' })).toEqual(three);
    expect(ask({ from: '2026-11-01', days: 3 })).toEqual(three);
    expect(ask({ to: '2026-11-03', days: 3 })).toEqual(three);
    expect(ask({ from: '2026-11-18' })).toEqual({ from: '2026-11-18', to: '2026-11-19', days: 2 });
  });

  it('refuses days that contradict each other', () => {
    expect(() => ask({ from: '2026-11-03', to: '2026-11-01' })).toThrow(
      'from (2026-11-03) must not be after to (2026-11-01).',
    );
    expect(() => ask({ from: '2026-11-01', to: '2026-11-03', days: 9 })).toThrow('all three');
  });
});

it('knows time zones by their IANA names only', () => {
  expect(timeZoneSchema.safeParse('Europe/Berlin').success).toBe(true);
  expect(timeZoneSchema.safeParse('Mars/Olympus').success).toBe(false);
});
