import { describe, expect, it } from 'vitest';
import { rows } from '../support/a-database.ts';
import { aLife } from '../support/a-life.ts';
import { liveThrough } from '../support/a-year.ts';

describe('two months of session records', () => {
  it('store every visit once, on the day of the narrowest window that it was first seen in', async () => {
    const life = await aLife({ timeZone: 'Europe/Berlin', format: 'sessions' });
    await liveThrough(life, { from: '2026-09-20', to: '2026-11-20', seed: 5 });
    const { db, simulator } = life;
    const windows = rows(
      db,
      "SELECT window_start, window_end FROM api_calls WHERE state = 'answered'",
    ).map((row) => [
      Date.parse(String(row['window_start'])),
      Date.parse(String(row['window_end'])),
    ]);
    const visits = simulator.site
      .visitsBetween(Date.parse('2026-09-10T00:00:00Z'), Date.parse('2026-11-22T00:00:00Z'))
      .filter(({ kind }) => kind === 'human')
      .filter(({ startedAt }) =>
        windows.some(([start = 0, end = 0]) => startedAt >= start && startedAt < end),
      );
    expect(visits.length).toBeGreaterThan(1000);
    const stored = rows(db, 'SELECT session_id FROM sessions ORDER BY session_id');
    expect(stored.map(({ session_id: id }) => id)).toEqual(visits.map(({ id }) => id).toSorted());
    expect(rows(db, 'SELECT SUM(sessions) AS sessions FROM site_days')).toEqual([
      { sessions: visits.length },
    ]);
    expect(life.unhealed().filter((day) => day.endsWith('total'))).toEqual([]);
    await life.expectReparseChangesNothing();
  });
});
