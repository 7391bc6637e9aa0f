import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayBounds,
  dayOfInstant,
  instantOf,
  oldest24Hours,
  oldestDayOfWindow,
  overlapSeconds,
  reportingDay,
  rollingWindow,
} from '../../src/index.ts';

const HOUR_MS = 3_600_000;

/** Zones that change their clocks at odd times, by half an hour, over a whole day, or never. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'America/Sao_Paulo',
] as const;

const zone = fc.constantFrom(...zones);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2010-01-01', days % 12_000));
const instant = fc
  .integer({ min: Date.parse('2010-01-01T00:00:00Z'), max: Date.parse('2042-01-01T00:00:00Z') })
  .map((time) => new Date(time));
const numOfDays = fc.constantFrom(1 as const, 2 as const, 3 as const);

describe('the days of a time zone', () => {
  it('follow each other without a gap and without an overlap', () => {
    fc.assert(
      fc.property(zone, day, (timeZone, today) => {
        const { start, end } = dayBounds(today, timeZone);
        expect(end).toEqual(dayBounds(addDays(today, 1), timeZone).start);
        expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime());
      }),
    );
  });

  it('hold exactly the instants that are of them', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, now) => {
        const { start, end } = dayBounds(dayOfInstant(now, timeZone), timeZone);
        expect(start.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(end.getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    // Clocks change at midnight, so that the day begins at one.
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['Asia/Kolkata', '2026-03-29', 24],
    // Samoa went over the date line: there was no 30 December 2011.
    ['Pacific/Apia', '2011-12-30', 0],
    ['Pacific/Apia', '2011-12-31', 24],
  ])('of %s on %s have %d hours', (timeZone, today, hours) => {
    const { start, end } = dayBounds(today, timeZone);
    expect((end.getTime() - start.getTime()) / HOUR_MS).toBe(hours);
  });

  it('turn the year where the zone does', () => {
    const midnight = new Date('2026-12-31T23:30:00Z');
    expect(dayOfInstant(midnight, 'UTC')).toBe('2026-12-31');
    expect(dayOfInstant(midnight, 'Europe/Berlin')).toBe('2027-01-01');
    expect(dayOfInstant(midnight, 'Pacific/Kiritimati')).toBe('2027-01-01');
    expect(dayOfInstant(midnight, 'America/New_York')).toBe('2026-12-31');
  });

  it('have their noon on themselves, whatever the night did', () => {
    fc.assert(
      fc.property(zone, day, (timeZone, today) => {
        // The one day that never was.
        fc.pre(!(timeZone === 'Pacific/Apia' && today === '2011-12-30'));
        expect(dayOfInstant(instantOf({ day: today, time: '12:00' }, timeZone), timeZone)).toBe(
          today,
        );
      }),
    );
  });
});

describe('a rolling window', () => {
  it('overlaps the days around it by no more and no less than its length', () => {
    fc.assert(
      fc.property(zone, instant, numOfDays, (timeZone, now, days) => {
        const end = new Date(Math.floor(now.getTime() / 1000) * 1000);
        const window = rollingWindow(end, days);
        const first = addDays(dayOfInstant(window.start, timeZone), -1);
        const overlaps = Array.from({ length: days + 4 }, (_, index) =>
          overlapSeconds(window, addDays(first, index), timeZone),
        );
        expect(overlaps.reduce((sum, seconds) => sum + seconds, 0)).toBe(days * 86_400);
      }),
    );
  });

  it('of one day belongs to the day it overlaps most, but for the hours of a clock change', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, now) => {
        const window = rollingWindow(now, 1);
        const chosen = reportingDay(now, timeZone);
        const overlapOf = (shift: number) =>
          overlapSeconds(window, addDays(chosen, shift), timeZone);
        const best = Math.max(overlapOf(-1), overlapOf(0), overlapOf(1));
        // Twelve hours before the end is the middle; a changed clock moves midnight by an hour at most.
        expect(best - overlapOf(0)).toBeLessThanOrEqual(2 * 3_600);
      }),
      { examples: [['Europe/Berlin', new Date('2026-10-25T11:30:00Z')]] },
    );
  });

  it('ends with the hours that the next narrower one covers', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(2 as const, 3 as const), (now, days) => {
        const oldest = oldest24Hours(now, days);
        const narrower = rollingWindow(now, days === 2 ? 1 : 2);
        expect(oldest.start).toEqual(rollingWindow(now, days).start);
        expect(oldest.end).toEqual(narrower.start);
        expect(oldestDayOfWindow(now, days, 'UTC')).toBe(reportingDay(oldest.end, 'UTC'));
      }),
    );
  });
});
