import { describe, expect, it } from 'vitest';
import { aCollector, aDailyCollector } from '../support/a-collector.ts';
import { rows } from '../support/a-database.ts';

const days = 'SELECT day, sessions FROM site_days ORDER BY day';

describe('session records served by the API', () => {
  it('are recognised in the first answer, and asked for whole', async () => {
    const { db, simulator, collect } = await aCollector({ format: 'sessions' });
    const collection = await collect();
    expect(collection).toMatchObject({ format: 'sessions', error: null, quota: { used: 3 } });
    expect(collection.calls.map(({ numOfDays, dimensions }) => [numOfDays, dimensions])).toEqual([
      [1, []],
      [2, []],
      [3, []],
    ]);
    const humans = (from: string, to: string) =>
      simulator.site
        .visitsBetween(Date.parse(from), Date.parse(to))
        .filter(({ kind }) => kind === 'human').length;
    const [third, second, first] = [
      humans('2026-11-17T05:00:00Z', '2026-11-18T05:00:00Z'),
      humans('2026-11-18T05:00:00Z', '2026-11-19T05:00:00Z'),
      humans('2026-11-19T05:00:00Z', '2026-11-20T05:00:00Z'),
    ];
    expect(collection.sessions).toEqual({
      inserted: first + second + third,
      // The wider windows hold the narrower ones.
      duplicates: first + (first + second),
      rejected: 0,
    });
    expect(rows(db, days)).toEqual([
      { day: '2026-11-17', sessions: third },
      { day: '2026-11-18', sessions: second },
      { day: '2026-11-19', sessions: first },
    ]);
    expect(await collect()).toMatchObject({ calls: [], error: null });
  });

  it('are stored once, on the day of the narrowest window they were first seen in', async () => {
    const { db, simulator, collect } = await aCollector({ format: 'sessions' });
    const visits = (from: string, to: string) =>
      simulator.site
        .visitsBetween(Date.parse(from), Date.parse(to))
        .filter(({ kind }) => kind === 'human').length;
    await collect(1);
    const two = await collect(2);
    const three = await collect(3);
    const first = visits('2026-11-19T05:00:00Z', '2026-11-20T05:00:00Z');
    const second = visits('2026-11-18T05:00:00Z', '2026-11-19T05:00:00Z');
    const third = visits('2026-11-17T05:00:00Z', '2026-11-18T05:00:00Z');
    expect(two.sessions).toEqual({ inserted: second, duplicates: first, rejected: 0 });
    expect(three.sessions).toEqual({ inserted: third, duplicates: first + second, rejected: 0 });
    expect(rows(db, days)).toEqual([
      { day: '2026-11-17', sessions: third },
      { day: '2026-11-18', sessions: second },
      { day: '2026-11-19', sessions: first },
    ]);
  });

  it('are an estimate for their day when only a wide window was asked', async () => {
    const { db, collect } = await aCollector({ format: 'sessions' });
    await collect(3);
    expect(rows(db, "SELECT day, state FROM day_coverage WHERE breakdown = 'total'")).toEqual([
      { day: '2026-11-19', state: 'estimated' },
    ]);
    // The one-day window does not tell which of the sessions there belong elsewhere.
    await collect(1);
    expect(rows(db, "SELECT state FROM day_coverage WHERE breakdown = 'total'")).toEqual([
      { state: 'estimated' },
    ]);
  });

  it('are left out and counted when they have no id', async () => {
    const { db, simulator, collect } = await aCollector({ format: 'sessions' });
    simulator.fault({ type: 'missing-session-ids' }, 'always');
    const { sessions, warnings } = await collect();
    expect(sessions.rejected).toBeGreaterThan(0);
    expect(warnings.join()).toContain('session records were left out: no SessionId');
    expect(rows(db, 'SELECT COUNT(*) AS count FROM sessions')).toEqual([
      { count: sessions.inserted },
    ]);
  });

  it('go on from day to day with one call', async () => {
    const { db, collect } = await aDailyCollector({ format: 'sessions' });
    const before = rows(db, days);
    const next = await collect();
    expect(next.calls.map(({ numOfDays }) => numOfDays)).toEqual([1]);
    expect(next.sessions.duplicates).toBe(0);
    expect(rows(db, days)).toEqual([
      ...before,
      { day: '2026-11-19', sessions: next.sessions.inserted },
    ]);
  });

  it('are not taken for a day without visitors when none of them has an id', async () => {
    const { db, simulator, collect } = await aCollector({ format: 'sessions' });
    const undo = simulator.fault(
      { type: 'body', body: JSON.stringify([{ SessionId: null }, { SessionId: '' }]) },
      'always',
    );
    expect(await collect()).toMatchObject({ error: { code: 'not-understood' } });
    expect(rows(db, 'SELECT COUNT(*) AS days FROM day_coverage')).toEqual([{ days: 0 }]);
    undo();
    expect(await collect()).toMatchObject({ error: null, format: 'sessions' });
    expect(rows(db, days)).toHaveLength(3);
  });

  it('give way to totals at once, when Clarity turns to those', async () => {
    const { simulator, collect } = await aDailyCollector({ format: 'sessions' });
    simulator.configure({ format: 'insights' });
    const { format, calls } = await collect();
    expect(format).toBe('insights');
    // The total turns out to be one; what is missing beside it is asked for in the same run.
    expect(calls.map(({ numOfDays, dimensions }) => [numOfDays, dimensions])).toEqual([
      [1, []],
      [1, ['URL', 'Device']],
      [1, ['Device', 'Source', 'Medium']],
      // The records have told pages and devices of the days before, but not these.
      [2, ['Device', 'Source', 'Medium']],
      [3, ['Device', 'Source', 'Medium']],
    ]);
  });
});
