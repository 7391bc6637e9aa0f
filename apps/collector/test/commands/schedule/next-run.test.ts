import type { Schedule } from '@clarity-keep/environment';
import { defaultSchedule, reportHours, weekdays } from '@clarity-keep/environment';
import { Cron } from 'croner';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronPattern, jobs, nextRun, previousRun } from '@clarity-keep/collection';
import { utcPatterns } from '../../../src/commands/schedule/utc-patterns.ts';

const atQuarterPastFive = { ...defaultSchedule, collectAt: '05:15' };

const berlin: Schedule = { ...atQuarterPastFive, timeZone: 'Europe/Berlin' };

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
    expect(nextRun(atQuarterPastFive, 'collect', new Date(now)).toISOString()).toBe(next);
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
        fc
          .record({
            timeZone: fc.constantFrom(...zones),
            collectAt: time.map(text),
            reportAt: time.map(text),
            reportLatestAt: time.map(text),
            reportOn: fc.constantFrom(...weekdays),
            report: fc.constant('projects' as const),
          })
          // Others are refused.
          .filter((schedule) => reportHours(schedule).last < 24),
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

describe('the runs of the report', () => {
  it.each([
    ['07:30', '12:00', ['07:30', '08:30', '09:30', '10:30', '11:30', '12:30']],
    ['11:00', '12:00', ['11:00', '12:00']],
    ['18:00', '12:00', ['18:00']],
  ])('from %s until %s are at %j', (reportAt, reportLatestAt, times) => {
    const schedule = { ...berlin, reportAt, reportLatestAt };
    let now = new Date('2026-11-22T12:00:00Z');
    const runs = times.map(() => (now = nextRun(schedule, 'report', now)));
    const local = runs.map((run) => run.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Berlin' }));
    expect(local.map((time) => time.slice(0, 5))).toEqual(times);
    const day = (run: Date) => run.toISOString().slice(0, 10);
    expect(new Set(runs.map(day))).toEqual(new Set(['2026-11-23']));
    expect(day(nextRun(schedule, 'report', now))).toBe('2026-11-30');
  });
});

describe('the patterns in UTC', () => {
  const now = new Date('2026-11-20T12:00:00Z');

  it.each([
    ['UTC', '15 5 * * *', ['30 7-12 * * 1'], 0],
    ['Europe/Berlin', '15 4 * * *', ['30 6-11 * * 1'], 60],
    ['America/New_York', '15 10 * * *', ['30 12-17 * * 1'], 60],
    ['Asia/Kolkata', '45 23 * * *', ['0 2-7 * * 1'], 0],
    ['Asia/Tokyo', '15 20 * * *', ['30 22-23 * * 0', '30 0-3 * * 1'], 0],
    ['Pacific/Kiritimati', '15 15 * * *', ['30 17-22 * * 0'], 0],
  ])('of %s are %s and %j', (timeZone, collect, report, lateMinutes) => {
    const schedule = { ...atQuarterPastFive, timeZone };
    expect(jobs.map((job) => utcPatterns(schedule, job, now))).toEqual([
      { patterns: [collect], lateMinutes },
      { patterns: report, lateMinutes },
    ]);
  });

  it.each(zones)('are never early in %s, and no later than they say', (timeZone) => {
    for (const job of jobs) {
      const schedule: Schedule = { ...berlin, timeZone, reportOn: 'sunday', reportAt: '00:10' };
      const { patterns, lateMinutes } = utcPatterns(schedule, job, now);
      const inUtc = patterns.map((pattern) => new Cron(pattern, { timezone: 'UTC' }));
      let due = now;
      for (let run = 0; run < 26 * 13; run += 1) {
        due = nextRun(schedule, job, due);
        const runs = inUtc.map((cron) => cron.nextRun(new Date(due.getTime() - 1))?.getTime());
        const late = (Math.min(...runs.map((time) => time ?? NaN)) - due.getTime()) / 60_000;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(lateMinutes);
      }
    }
  });

  it('are that of the zone where the zone is UTC', () => {
    for (const job of jobs) {
      expect(utcPatterns(atQuarterPastFive, job, now).patterns).toEqual([
        cronPattern(atQuarterPastFive, job),
      ]);
    }
  });
});
