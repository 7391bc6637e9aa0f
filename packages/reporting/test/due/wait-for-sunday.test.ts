import type { Database } from '@clarity-keep/db';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { waitForSunday } from '../../src/due/wait-for-sunday.ts';
import { aDatabaseOf } from '../support/a-database.ts';
import { WEEK } from '../support/a-report.ts';

const PROJECT = 'wxb0r23ozh';
const SUNDAY = '2026-11-22';

function aWeek(known: Record<string, string> = {}): Database {
  const db = aDatabaseOf([{ id: PROJECT, timeZone: 'Europe/Berlin' }]);
  for (const [breakdown, state] of Object.entries(known)) know(db, { breakdown, state });
  return db;
}

function know(
  db: Database,
  { breakdown, state, day = SUNDAY }: { breakdown: string; state: string; day?: string },
): void {
  db.sql
    .prepare(
      `INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
       VALUES (?, ?, ?, ?, 70000, '2026-11-23T05:00:00.000Z')`,
    )
    .run(PROJECT, breakdown, day, state);
}

function waitingAt(db: Database, now: string, schedule: Partial<typeof defaultSchedule> = {}) {
  return waitForSunday(db, {
    projectId: PROJECT,
    week: WEEK,
    schedule: { ...defaultSchedule, ...schedule },
    now: new Date(now),
  });
}

describe('a report waits', () => {
  it('for the last day of its week, until noon of the day it goes out on', () => {
    expect(waitingAt(aWeek(), '2026-11-23T07:30:00Z')).toEqual({
      day: SUNDAY,
      until: new Date('2026-11-23T12:00:00Z'),
    });
  });

  it.each([[{ total: 'complete' }], [{ page: 'complete' }]])(
    'as long as one of site and pages is not there: %j alone is known',
    (known) => {
      expect(waitingAt(aWeek(known), '2026-11-23T07:30:00Z')).not.toBeNull();
    },
  );

  it.each(['complete', 'truncated', 'estimated'])('no longer for a day that is %s', (state) => {
    expect(waitingAt(aWeek({ total: state, page: state }), '2026-11-23T07:30:00Z')).toBeNull();
  });

  it('for no other breakdown, and for no other day', () => {
    const db = aWeek({ total: 'complete', page: 'complete' });
    expect(waitingAt(db, '2026-11-23T07:30:00Z')).toBeNull();
    const other = aWeek({ device: 'complete' });
    know(other, { breakdown: 'total', state: 'complete', day: '2026-11-21' });
    know(other, { breakdown: 'page', state: 'complete', day: '2026-11-21' });
    expect(waitingAt(other, '2026-11-23T07:30:00Z')).not.toBeNull();
  });

  it.each([
    ['friday', '2026-11-27T12:00:00.000Z'],
    ['sunday', '2026-11-29T12:00:00.000Z'],
    ['monday', '2026-11-23T12:00:00.000Z'],
  ] as const)('until the next %s, %s', (reportOn, until) => {
    const db = aWeek();
    expect(waitingAt(db, '2026-11-23T00:30:00Z', { reportOn })?.until.toISOString()).toBe(until);
    expect(waitingAt(db, until, { reportOn })).toBeNull();
  });

  it.each([
    ['America/New_York', '2026-11-23T17:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-22T23:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-23T06:15:00.000Z'],
  ])('until noon in the zone of the schedule: %s', (timeZone, until) => {
    const before = new Date(Date.parse(until) - 1).toISOString();
    expect(waitingAt(aWeek(), before, { timeZone })?.until.toISOString()).toBe(until);
    expect(waitingAt(aWeek(), until, { timeZone })).toBeNull();
  });

  it('not at all once its week is older than the last', () => {
    for (const reportOn of ['monday', 'sunday'] as const) {
      expect(waitingAt(aWeek(), '2026-11-30T00:00:00Z', { reportOn })).toBeNull();
    }
  });
});
