import { openDatabase } from '@clarity-keep/db';
import { databasesOf } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { appRouter, createContext } from '../src/index.ts';

const aDatabase = databasesOf(openDatabase);

const window = { from: '2026-11-20', to: '2026-11-20' };

const procedures = [
  'pages.frustration',
  'pages.detail',
  'devices.scrollDepth',
  'referrers.bounceRate',
  'sources.quickbackRate',
  'trends.daily',
  'coverage.calendar',
  'projects.list',
  'status.get',
  'reports.list',
  'reports.get',
];

describe('appRouter', () => {
  it('has one procedure per question', () => {
    expect(Object.keys(appRouter._def.procedures).toSorted()).toEqual(procedures.toSorted());
  });

  it('answers a question for the project it names', async () => {
    const { caller } = aCaller({ projects: ['shop', 'blog'] });
    expect(await caller.devices.scrollDepth({ ...window, project: 'blog' })).toEqual({
      project: 'blog',
      window: { ...window, days: 1, timeZone: 'UTC' },
      coverage: { complete: [], estimated: [], truncated: [], missing: ['2026-11-20'] },
      rows: [],
    });
  });

  it('answers with nothing asked, for the only project and the last days', async () => {
    const { caller } = aCaller({ projects: ['shop'] });
    const { project, window: asked } = await caller.pages.frustration();
    expect([project, asked.to]).toEqual(['shop', '2026-11-22']);
  });

  it.each([
    {
      asked: { ...window, limit: 5000 },
      code: 'BAD_REQUEST',
      message: 'limit must be at most 1000, not 5000.',
      reason: 'bad-request',
    },
    {
      asked: { from: '2026-11-21', to: '2026-11-20' },
      code: 'BAD_REQUEST',
      message: 'from (2026-11-21) must not be after to (2026-11-20).',
      reason: 'bad-request',
    },
    {
      asked: { project: 'nobody' },
      code: 'NOT_FOUND',
      message: 'Unknown project "nobody". Known projects: shop.',
      reason: 'unknown-project',
    },
  ])('says what was wrong with $asked', async ({ asked, code, message, reason }) => {
    const { caller } = aCaller({ projects: ['shop'] });
    await expect(caller.pages.frustration(asked)).rejects.toMatchObject({
      code,
      message,
      cause: { code: reason },
    });
  });

  it('tells an unknown page and an empty database apart', async () => {
    await expect(askForNowhere(['shop'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(askForNowhere([])).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('hides a defect from the client and keeps it as the cause', async () => {
    const { caller, db } = aCaller({ projects: ['shop'] });
    db.sql.exec('DROP VIEW page_days; DROP TABLE day_coverage');
    const failure = caller.pages.frustration();
    await expect(failure).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Internal server error',
      cause: { message: expect.stringContaining('day_coverage') as string },
    });
  });

  it('hides an answer that is not of the promised shape', async () => {
    const { caller, db } = aCaller({ projects: ['shop'] });
    db.sql
      .exec(`INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
      VALUES ('shop', 'total', '2026-11-20', 'guessed', 86400, '2026-11-21T00:00:00.000+00:00')`);
    await expect(caller.coverage.calendar(window)).rejects.toMatchObject({
      message: 'Internal server error',
    });
  });
});

const now = () => new Date('2026-11-23T06:00:00Z');

function askForNowhere(projects: string[]) {
  return aCaller({ projects }).caller.pages.detail({ page: '/nowhere' });
}

function aCaller({ projects }: { projects: string[] }) {
  const db = aDatabase();
  const insert = db.sql.prepare('INSERT INTO projects (id, name, created_at) VALUES (?, ?, ?)');
  for (const id of projects) insert.run(id, id, '2026-11-01T08:00:00.000+00:00');
  return { db, caller: appRouter.createCaller(createContext({ db, now })) };
}
