import type { Schedule } from '@clarity-keep/environment';
import { defaultSchedule, weekdays } from '@clarity-keep/environment';
import { Cron } from 'croner';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronPattern, jobs, nextRun, previousRun } from '../src/schedule/next-run.ts';
import { utcPattern } from '../src/schedule/utc-pattern.ts';

const berlin: Schedule = { ...defaultSchedule, timeZone: 'Europe/Berlin' };

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

function runsAfter(schedule: Schedule, from: string, count: number): string[] {
  const runs: string[] = [];
  let now = new Date(from);
  for (let run = 0; run < count; run += 1) {
    now = nextRun(schedule, 'collect', now);
    runs.push(now.toISOString());
  }
  return runs;
}

describe('the next run', () => {
  it.each([
    ['2026-11-20T05:14:59Z', '2026-11-20T05:15:00.000Z'],
    ['2026-11-20T05:14:59.999Z', '2026-11-20T05:15:00.000Z'],
    ['2026-11-20T05:15:00Z', '2026-11-21T05:15:00.000Z'],
    ['2026-11-20T05:15:00.001Z', '2026-11-21T05:15:00.000Z'],
  ])('of the collection after %s is at %s', (now, next) => {
    expect(nextRun(defaultSchedule, 'collect', new Date(now)).toISOString()).toBe(next);
  });

  it.each(weekdays.map((reportOn, index) => [reportOn, index] as const))(
    'of the report is on its weekday, %s',
    (reportOn, index) => {
      const next = nextRun({ ...berlin, reportOn }, 'report', new Date('2026-11-22T12:00:00Z'));
      expect(next.toISOString()).toBe(`2026-11-${23 + index}T06:30:00.000Z`);
    },
  );

  it('is once in the night in spring that has no such time, when the clock has jumped', () => {
    const schedule = { ...berlin, collectAt: '02:30' };
    expect(runsAfter(schedule, '2027-03-27T00:00:00Z', 3)).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });

  it('is once in the night in autumn that has the time twice', () => {
    const schedule = { ...berlin, collectAt: '02:30' };
    expect(runsAfter(schedule, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it.each(zones)('is once a day in %s, whatever its clock does', (timeZone) => {
    const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    for (const collectAt of ['00:00', '01:45', '02:30', '03:00', '23:59']) {
      const runs = runsAfter({ ...berlin, timeZone, collectAt }, '2026-01-01T12:00:00Z', 365);
      const days = new Set(runs.map((run) => dayOf.format(new Date(run))));
      expect([collectAt, days.size]).toEqual([collectAt, 365]);
    }
  });

  it('is the one whose previous run is itself', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const text = ([hour, minute]: [number, number]) =>
      `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.record({
          timeZone: fc.constantFrom(...zones),
          collectAt: time.map(text),
          reportAt: time.map(text),
          reportOn: fc.constantFrom(...weekdays),
        }),
        fc.constantFrom(...jobs),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (schedule, job, now) => {
          const next = nextRun(schedule, job, now);
          expect(next > now).toBe(true);
          expect(previousRun(schedule, job, next)).toEqual(next);
          const before = previousRun(schedule, job, new Date(next.getTime() - 1));
          expect(before <= now).toBe(true);
          expect(nextRun(schedule, job, before)).toEqual(next);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the pattern in UTC', () => {
  const now = new Date('2026-11-20T12:00:00Z');

  it.each([
    ['UTC', '15 5 * * *', '30 7 * * 1', 0],
    ['Europe/Berlin', '15 4 * * *', '30 6 * * 1', 60],
    ['America/New_York', '15 10 * * *', '30 12 * * 1', 60],
    ['Asia/Kolkata', '45 23 * * *', '0 2 * * 1', 0],
    ['Pacific/Kiritimati', '15 15 * * *', '30 17 * * 0', 0],
  ])('of %s is %s and %s', (timeZone, collect, report, lateMinutes) => {
    const schedule = { ...defaultSchedule, timeZone };
    expect(jobs.map((job) => utcPattern(schedule, job, now))).toEqual([
      { pattern: collect, lateMinutes },
      { pattern: report, lateMinutes },
    ]);
  });

  it.each(zones)('is never early in %s, and no later than it says', (timeZone) => {
    for (const job of jobs) {
      const schedule: Schedule = { ...berlin, timeZone, reportOn: 'sunday', reportAt: '00:10' };
      const { pattern, lateMinutes } = utcPattern(schedule, job, now);
      const inUtc = new Cron(pattern, { timezone: 'UTC' });
      let due = now;
      for (let run = 0; run < 52; run += 1) {
        due = nextRun(schedule, job, due);
        const runs = inUtc.nextRun(new Date(due.getTime() - 1)) ?? new Date(NaN);
        const late = (runs.getTime() - due.getTime()) / 60_000;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(lateMinutes);
      }
    }
  });

  it('is that of the zone where the zone is UTC', () => {
    for (const job of jobs) {
      expect(utcPattern(defaultSchedule, job, now).pattern).toBe(cronPattern(defaultSchedule, job));
    }
  });
});
