import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '../../src/index.ts';
import { askQuestion, projectsList, statusGet } from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

/** A line of the ledger at an instant of the day that the tests are on. */
function aCall({ db }: QuestionContext, at: string, cells: Record<string, unknown> = {}): void {
  const row = {
    project_id: 'wxb0r23ozh',
    requested_at: `${at}.000Z`,
    quota_day: at.slice(0, 10),
    num_of_days: 1,
    dimensions: '',
    state: 'answered',
    http_status: 200,
    rows: 3,
    truncated: 0,
    parsed_at: `${at}.000Z`,
    window_start: `${at}.000Z`,
    window_end: `${at}.000Z`,
    ...cells,
  };
  const names = Object.keys(row);
  db.sql
    .prepare(
      `INSERT INTO api_calls (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

describe('projects.list', () => {
  it('names the projects with the first and the last day that anything is known of', async () => {
    const context = aContext({}, { id: 'blog', name: 'Blog', time_zone: 'Europe/Berlin' });
    aFact(context, { day: '2026-11-03' });
    aFact(context, { breakdown: 'device', device: 'PC', day: '2026-11-21' });
    aFact(context, { project_id: 'blog', day: '2026-11-20' });

    expect((await askQuestion(projectsList, context, {})).rows).toEqual([
      {
        project: 'blog',
        name: 'Blog',
        timeZone: 'Europe/Berlin',
        oldestDay: '2026-11-20',
        newestDay: '2026-11-20',
      },
      {
        project: 'wxb0r23ozh',
        name: 'Shop',
        timeZone: 'UTC',
        oldestDay: '2026-11-03',
        newestDay: '2026-11-21',
      },
    ]);
  });

  it('names a project that nothing is known of yet, and none of an empty database', async () => {
    expect((await askQuestion(projectsList, aContext({}), {})).rows).toMatchObject([
      { oldestDay: null, newestDay: null },
    ]);
    expect((await askQuestion(projectsList, aContext(), {})).rows).toEqual([]);
  });
});

describe('status.get', () => {
  it('tells the calls of the last 24 hours, what is left, and when there will be more', async () => {
    const context = aContext({});
    aCall(context, '2026-11-22T05:14:00');
    aCall(context, '2026-11-22T23:59:59');
    aCall(context, '2026-11-23T05:15:00');
    aCall(context, '2026-11-23T05:15:10', {
      dimensions: 'URL,Device',
      state: 'failed',
      http_status: 500,
      rows: null,
      truncated: null,
      parsed_at: null,
    });

    const status = await askQuestion(statusGet, context, {});
    expect(status.quota).toEqual({
      limit: 10,
      used: 3,
      left: 7,
      isSpent: false,
      isRefusing: false,
      nextFreeAt: '2026-11-23T23:59:59.000Z',
      nextFree: 1,
      resetsAt: '2026-11-24T05:15:10.000Z',
    });
    expect(status.lastAnswerAt).toBe('2026-11-23T05:15:00.000Z');
    expect(status.calls[0]).toEqual({
      requestedAt: '2026-11-23T05:15:10.000Z',
      numOfDays: 1,
      dimensions: ['URL', 'Device'],
      reason: null,
      state: 'failed',
      httpStatus: 500,
      rows: null,
      truncated: null,
    });
    expect(status.calls).toHaveLength(4);
  });

  it('leaves no call when Clarity has refused one, which does not count', async () => {
    const context = aContext({});
    aCall(context, '2026-11-23T05:15:00', { state: 'limited', http_status: 429, parsed_at: null });
    expect((await askQuestion(statusGet, context, {})).quota).toMatchObject({
      used: 0,
      left: 0,
      isSpent: true,
      isRefusing: true,
    });
  });

  it('shows 28 days up to yesterday, and today once something of it is known', async () => {
    const context = aContext({});
    aFact(context, { breakdown: 'total', day: '2026-11-22', state: 'estimated' });
    const { days } = await askQuestion(statusGet, context, {});
    expect(days).toHaveLength(28);
    expect(days.at(-1)).toEqual({
      day: '2026-11-22',
      states: {
        total: 'estimated',
        page: 'missing',
        page_device: 'missing',
        source_medium: 'missing',
      },
    });
    aFact(context, { breakdown: 'page', day: '2026-11-23' });
    expect((await askQuestion(statusGet, context, {})).days.at(-1)).toMatchObject({
      day: '2026-11-23',
      states: { page: 'complete' },
    });
  });

  it('adds up what differs by a hundredth or more in the last seven days', async () => {
    const context = aContext({});
    const add = context.db.sql.prepare(
      `INSERT INTO reconciliations (project_id, day, breakdown, kind, expected, found)
       VALUES ('wxb0r23ozh', ?, 'device', 'breakdown', ?, ?)`,
    );
    add.run('2026-11-10', 100, 10);
    add.run('2026-11-20', 100, 90);
    add.run('2026-11-21', 100, 88);
    add.run('2026-11-22', 1000, 999);
    expect((await askQuestion(statusGet, context, {})).gaps).toEqual([
      {
        breakdown: 'device',
        kind: 'breakdown',
        days: ['2026-11-20', '2026-11-21'],
        expected: 200,
        found: 178,
        share: -0.11,
      },
    ]);
  });

  it('counts stored responses that could not be parsed, and says why of the latest', async () => {
    const context = aContext({});
    const body = Buffer.from('x');
    aCall(context, '2026-11-22T05:15:00', { body, error: 'not JSON' });
    aCall(context, '2026-11-23T05:15:00', { body, error: 'unknown shape' });
    expect((await askQuestion(statusGet, context, {})).unreadable).toEqual({
      count: 2,
      newest: { fetchedAt: '2026-11-23T05:15:00.000Z', reason: 'unknown shape' },
    });
  });

  it('tells the next run, the token and the days about to be lost where the settings are known', async () => {
    const asked: unknown[] = [];
    const context: QuestionContext = {
      ...aContext({}),
      outlook: (projectId, now) => {
        asked.push([projectId, now.toISOString()]);
        return {
          nextRunAt: new Date('2026-11-24T05:15:00Z'),
          token: { state: 'expiring', expiresAt: new Date('2026-12-01T00:00:00Z') },
          healableDays: ['2026-11-21'],
        };
      },
    };
    expect(await askQuestion(statusGet, context, { project: 'shop' })).toMatchObject({
      nextRunAt: '2026-11-24T05:15:00.000Z',
      token: { state: 'expiring', expiresAt: '2026-12-01T00:00:00.000Z' },
      healableDays: ['2026-11-21'],
    });
    expect(asked).toEqual([['wxb0r23ozh', '2026-11-23T06:00:00.000Z']]);
  });

  it.each([undefined, () => null])('knows none of these otherwise', async (outlook) => {
    expect(await askQuestion(statusGet, { ...aContext({}), outlook }, {})).toMatchObject({
      nextRunAt: null,
      token: null,
      healableDays: null,
    });
  });

  it('says before the first collection that nothing was asked', async () => {
    expect(await askQuestion(statusGet, aContext({}), {})).toMatchObject({
      lastAnswerAt: null,
      calls: [],
      gaps: [],
      unreadable: { count: 0, newest: null },
      quota: { used: 0, left: 10 },
    });
  });
});
