import { describe, expect, it } from 'vitest';
import {
  agoText,
  dayAfter,
  longDay,
  spanText,
  stretchTexts,
  weekdayOf,
} from '../src/format/days.ts';

describe('spanText', () => {
  it.each([
    ['2026-11-17', '2026-11-23', '17 Nov to 23 Nov 2026'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 to 3 Jan 2027'],
    ['2026-11-17', '2026-11-17', 'Tue 17 Nov 2026'],
  ])('tells %s to %s', (from, to, text) => {
    expect(spanText(from, to)).toBe(text);
  });
});

describe('stretchTexts', () => {
  it('joins days that follow each other', () => {
    const days = [
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-04',
      '2026-11-06',
      '2026-11-07',
    ];
    expect(stretchTexts(days)).toEqual(['30 Oct to 1 Nov', '4 Nov', '6 to 7 Nov']);
  });

  it('knows the end of a year and of a February', () => {
    expect(stretchTexts(['2026-12-31', '2027-01-01'])).toEqual(['31 Dec to 1 Jan']);
    expect(stretchTexts(['2028-02-28', '2028-02-29', '2028-03-01'])).toEqual(['28 Feb to 1 Mar']);
    expect(stretchTexts([])).toEqual([]);
  });
});

describe('days', () => {
  it('are those of the calendar, whatever the clock of this machine does', () => {
    expect(dayAfter('2026-10-24')).toBe('2026-10-25');
    expect(dayAfter('2026-10-25')).toBe('2026-10-26');
    expect(longDay('2026-11-23')).toBe('Mon 23 Nov 2026');
    expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([0, 6]);
  });
});

describe('agoText', () => {
  const now = '2026-11-24T12:00:00.000Z';

  it.each([
    ['2026-11-24T11:59:50.000Z', 'just now'],
    ['2026-11-24T11:59:00.000Z', '1 minute ago'],
    ['2026-11-24T11:01:00.000Z', '59 minutes ago'],
    ['2026-11-24T10:40:00.000Z', '1 hour ago'],
    ['2026-11-23T06:00:00.000Z', '30 hours ago'],
    ['2026-11-20T12:00:00.000Z', '4 days ago'],
    // The clock of a machine can be behind that of the server.
    ['2026-11-24T12:00:05.000Z', 'just now'],
  ])('says how long ago %s was', (instant, text) => {
    expect(agoText(instant, now)).toBe(text);
  });
});
