import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWeeks,
  askedDaySchema,
  askedWeekSchema,
  countDays,
  dayProblem,
  daysBetween,
  daysOfWeek,
  firstDayOfWeek,
  FIRST_DAY,
  isCalendarDay,
  isCalendarInstant,
  isoWeekSchema,
  LAST_DAY,
  lastCompleteWeek,
  LONGEST_WINDOW_DAYS,
  questionWindow,
  weekOf,
} from '../../src/index.ts';

const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('2001-01-01', days));
const shift = fc.integer({ min: -2_000, max: 2_000 });

describe('days', () => {
  it('come back when as many are taken off', () => {
    fc.assert(
      fc.property(day, shift, (today, days) => {
        const other = addDays(today, days);
        expect(addDays(other, -days)).toBe(today);
        expect(other < today).toBe(days < 0);
        expect(countDays(today, other)).toBe(days + 1);
      }),
    );
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    // A century is a leap year every fourth time only.
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it('between two are all of them, in order, and none when the first is later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, days) => {
        const to = addDays(from, days);
        const between = daysBetween(from, to).filter(isCalendarDay);
        expect(between.length).toBe(countDays(from, to < LAST_DAY ? to : LAST_DAY));
        expect(between).toEqual(between.toSorted());
        expect(new Set(between).size).toBe(between.length);
        expect(daysBetween(addDays(to, 1), from)).toEqual([]);
      }),
    );
  });

  it('are cut to the calendar, so that a wrong clock costs no time', () => {
    const all = daysBetween('0001-01-01', '9999-12-31');
    expect([all[0], all.at(-1)]).toEqual([FIRST_DAY, LAST_DAY]);
    expect(daysBetween('1990-01-01', '1999-12-31')).toEqual([]);
  });

  it.each([
    [FIRST_DAY, true],
    [LAST_DAY, true],
    [addDays(FIRST_DAY, -1), false],
    [addDays(LAST_DAY, 1), false],
    ['+020000-01-01', false],
    ['-000001-01-01', false],
  ])('%s is of the calendar: %j', (text, isOfCalendar) => {
    expect(isCalendarDay(text)).toBe(isOfCalendar);
    expect(askedDaySchema.safeParse(text).success).toBe(isOfCalendar);
  });

  it('asked for outside the calendar are refused with its bounds', () => {
    const problem = askedDaySchema.safeParse('1999-12-31').error?.issues[0]?.message;
    expect(problem).toBe(`must be between ${FIRST_DAY} and ${LAST_DAY}`);
    expect(dayProblem('1999-12-31')).toContain('1999-12-31');
    expect(dayProblem('1999-12-31')).toContain(FIRST_DAY);
  });

  it('of an instant of the calendar are of it in every zone', () => {
    expect(isCalendarInstant(new Date('2000-01-01T12:00:00Z'))).toBe(true);
    expect(isCalendarInstant(new Date('2000-01-01T11:59:59Z'))).toBe(false);
    expect(isCalendarInstant(new Date('2100-12-31T09:59:59Z'))).toBe(true);
    expect(isCalendarInstant(new Date('2100-12-31T10:00:00Z'))).toBe(false);
    expect(isCalendarInstant(new Date(Number.NaN))).toBe(false);
  });
});

describe('ISO weeks', () => {
  it('hold each day once, from Monday to Sunday', () => {
    fc.assert(
      fc.property(day, (today) => {
        const week = weekOf(today);
        const days = daysOfWeek(week);
        expect(isoWeekSchema.parse(week)).toBe(week);
        expect(days).toHaveLength(7);
        expect(days).toContain(today);
        expect(days.map(weekOf)).toEqual(days.map(() => week));
        expect(new Date(`${firstDayOfWeek(week)}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
    );
  });

  it('follow each other as their Mondays do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -120, max: 120 }), (today, weeks) => {
        const week = weekOf(today);
        const other = addWeeks(week, weeks);
        expect(firstDayOfWeek(other)).toBe(addDays(firstDayOfWeek(week), weeks * 7));
        expect(addWeeks(other, -weeks)).toBe(week);
        expect(other < week).toBe(weeks < 0);
      }),
    );
  });

  it('are complete when their Sunday has passed, and not a day sooner', () => {
    fc.assert(
      fc.property(day, (today) => {
        const days = daysOfWeek(lastCompleteWeek(today));
        const sunday = days.at(-1) ?? '';
        expect(sunday < today).toBe(true);
        expect(addDays(sunday, 7) >= today).toBe(true);
      }),
    );
  });

  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2022-01-01', '2021-W52'],
    ['2018-01-01', '2018-W01'],
  ])('%s is of %s, whatever its year', (today, week) => {
    expect(weekOf(today)).toBe(week);
  });

  it.each([
    ['2000-W01', true],
    ['2100-W51', true],
    ['1999-W52', false],
    ['2100-W52', false],
  ])('%s may be asked for: %j', (week, isAskable) => {
    const parsed = askedWeekSchema.safeParse(week);
    expect(parsed.success).toBe(isAskable);
    expect(parsed.error?.issues[0]?.message).toBe(
      isAskable ? undefined : 'must be between 2000-W01 and 2100-W51',
    );
  });
});

describe('the window of any question', () => {
  const requests = fc.record(
    {
      from: day,
      to: day,
      days: fc.integer({ min: 1, max: 5_000 }),
    },
    { requiredKeys: [] },
  );

  it('is refused, or holds as many days as it says within the calendar', () => {
    fc.assert(
      fc.property(requests, day, fc.option(day), (request, today, newestDay) => {
        const window = windowOf(request, { today, newestDay });
        fc.pre(window !== null);
        const { from, to, days } = window;
        expect(countDays(from, to)).toBe(days);
        expect(days).toBeLessThanOrEqual(LONGEST_WINDOW_DAYS);
        expect([from, to].every(isCalendarDay)).toBe(true);
        expect(window).toMatchObject(request);
      }),
    );
  });
});

/** Null when the window is refused, as one that no calendar has must be. */
function windowOf(...asked: Parameters<typeof questionWindow>) {
  try {
    return questionWindow(...asked);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
