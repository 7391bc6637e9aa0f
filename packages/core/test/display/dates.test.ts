import { describe, expect, it } from 'vitest';
import {
  dayAndMonth,
  dayMonthYear,
  dayName,
  dayRange,
  dayRangeWithYear,
  daysInWords,
  daysOfWeek,
  dayStretches,
  fullDay,
  isoStretches,
  minute,
  minuteIn,
  minuteUtc,
  monthAndYear,
  shortWeekday,
  timeAgo,
  weekDates,
  weekDatesWithYear,
  weekdayName,
} from '../../src/index.ts';

describe('dates', () => {
  it.each([
    [dayAndMonth('2026-11-16'), '16 Nov'],
    [dayAndMonth('2026-09-01'), '1 Sep'],
    [dayMonthYear('2026-02-28'), '28 Feb 2026'],
    [monthAndYear('2026-12-31'), 'Dec 2026'],
    [weekdayName('2026-11-18'), 'Wednesday'],
    [shortWeekday('2026-11-22'), 'Sun'],
    [dayName('2026-11-17'), 'Tue 17 Nov'],
    [fullDay('2024-02-29'), 'Thu 29 Feb 2024'],
    [dayRange({ from: '2026-11-16', to: '2026-11-22' }), '16–22 Nov'],
    [dayRange({ from: '2026-11-30', to: '2026-12-06' }), '30 Nov – 6 Dec'],
    [dayRange({ from: '2026-12-28', to: '2027-01-03' }), '28 Dec 2026 – 3 Jan 2027'],
    [dayRange({ from: '2026-11-16', to: '2026-11-16' }), '16 Nov'],
    [dayRangeWithYear({ from: '2026-11-16', to: '2026-11-22' }), '16–22 Nov 2026'],
    [dayRangeWithYear({ from: '2026-11-30', to: '2026-12-06' }), '30 Nov – 6 Dec 2026'],
    [dayRangeWithYear({ from: '2026-12-28', to: '2027-01-03' }), '28 Dec 2026 – 3 Jan 2027'],
    [weekDates('2026-W47'), '16–22 Nov'],
    [weekDates('2026-W53'), '28 Dec 2026 – 3 Jan 2027'],
    [weekDatesWithYear('2026-W01'), '29 Dec 2025 – 4 Jan 2026'],
    [weekDatesWithYear('2026-W49'), '30 Nov – 6 Dec 2026'],
    [minuteUtc(new Date('2026-11-29T09:35:59.999Z')), '2026-11-29 09:35 UTC'],
    [minuteUtc('2026-11-29T09:35:00.000Z'), '2026-11-29 09:35 UTC'],
    [minute('2026-11-29T09:35:00.000Z'), '2026-11-29 09:35'],
  ])('reads %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    [[], ''],
    [['2026-11-17'], 'Tue 17 Nov'],
    [['2026-11-17', '2026-11-18', '2026-11-22'], 'Tue 17 Nov, Wed 18 Nov and Sun 22 Nov'],
    [daysOfWeek('2026-W47'), 'the whole week'],
  ])('names the days of %j one by one', (days, expected) => {
    expect(daysInWords(days)).toBe(expected);
  });

  it('puts days that follow each other together', () => {
    const days = [
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-24',
      '2026-12-31',
      '2027-01-01',
    ];
    expect(dayStretches(days)).toEqual(['29 Nov – 1 Dec', '24 Dec', '31 Dec 2026 – 1 Jan 2027']);
    expect(isoStretches(days)).toEqual([
      '2026-11-29 to 2026-12-01',
      '2026-12-24',
      '2026-12-31 to 2027-01-01',
    ]);
    expect(dayStretches([])).toEqual([]);
  });

  it.each([
    ['2026-11-29T09:59:31Z', 'just now'],
    ['2026-11-29T10:05:00Z', 'just now'],
    ['2026-11-29T09:59:00Z', '1 minute ago'],
    ['2026-11-29T09:01:00Z', '59 minutes ago'],
    ['2026-11-29T09:00:00Z', '1 hour ago'],
    ['2026-11-27T11:00:00Z', '47 hours ago'],
    ['2026-11-27T10:00:00Z', '2 days ago'],
    ['2026-10-29T10:00:00Z', '31 days ago'],
  ])('says how long ago %s was', (instant, expected) => {
    expect(timeAgo(instant, '2026-11-29T10:00:00Z')).toBe(expected);
    expect(timeAgo(new Date(instant), new Date('2026-11-29T10:00:00Z'))).toBe(expected);
  });
});

describe('an instant by the clocks of a time zone', () => {
  it.each([
    ['UTC', '2026-11-29 09:35 (UTC)'],
    ['Europe/Berlin', '2026-11-29 10:35 (Europe/Berlin)'],
    ['Asia/Kolkata', '2026-11-29 15:05 (Asia/Kolkata)'],
  ])('of %s is %s', (timeZone, text) => {
    expect(minuteIn(new Date('2026-11-29T09:35:59Z'), timeZone)).toBe(text);
  });
});
