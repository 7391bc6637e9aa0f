import { request } from 'node:http';
import { createClarityKeepClient } from '@clarity-keep/client';
import { describe, expect, it } from 'vitest';
import { buildServer } from '../../src/index.ts';
import { aKey, aServer, now } from '../support/a-server.ts';
import { aFilledDatabase, anEmptyDatabase, freezeReport } from '../support/kept.ts';

describe('the tRPC procedures', () => {
  it('answer the typed client', async () => {
    const { client } = await aServer(aFilledDatabase());
    const { project, coverage, rows } = await client.pages.frustration.query({
      from: '2026-11-20',
      to: '2026-11-20',
    });
    expect([project, coverage.complete]).toEqual(['wxb0r23ozh', ['2026-11-20']]);
    expect(
      rows.map(({ rank, page, sessions, signals }) => [
        rank,
        page,
        sessions,
        signals.rageClicks.rate,
      ]),
    ).toEqual([
      [1, '/cart', 100, 0.4],
      [2, '/home', 900, 5 / 900],
    ]);
  });

  it('answer a batch of questions at once', async () => {
    const { client, logged } = await aServer(aFilledDatabase());
    const [trend, coverage, page] = await Promise.all([
      client.trends.daily.query({ days: 3 }),
      client.coverage.calendar.query({ days: 3 }),
      client.pages.detail.query({ page: '/cart' }),
    ]);
    expect([trend.rows.length, coverage.rows.length, page.page]).toEqual([3, 3, '/cart']);
    expect(logged().map(({ path }) => path)).toEqual([
      '/trpc/trends.daily,coverage.calendar,pages.detail',
    ]);
  });

  it('open the archive of reports', async () => {
    const db = aFilledDatabase();
    const { client } = await aServer(db);
    const report = await freezeReport(db, '2026-W47');
    const { rows } = await client.reports.list.query();
    expect(rows).toMatchObject([
      { week: '2026-W47', project: 'wxb0r23ozh', headline: report.headline.sentence },
    ]);
    const kept = await client.reports.get.query({ week: '2026-W47' });
    expect(kept).toEqual({
      kind: 'report',
      project: 'wxb0r23ozh',
      week: '2026-W47',
      createdAt: '2026-11-23T06:00:00.000Z',
      report,
    });
    await expect(client.reports.get.query({ week: '2026-W46' })).rejects.toMatchObject({
      message: 'No report of wxb0r23ozh is stored for 2026-W46. Latest stored: 2026-W47.',
      data: { code: 'NOT_FOUND', httpStatus: 404 },
    });
  });

  it('say what was wrong with a question', async () => {
    const { client } = await aServer(aFilledDatabase());
    await expect(client.pages.frustration.query({ limit: 0 })).rejects.toMatchObject({
      message: 'limit must be at least 1, not 0.',
      data: { code: 'BAD_REQUEST', httpStatus: 400 },
    });
    await expect(client.pages.detail.query({ page: '/crat' })).rejects.toMatchObject({
      message: 'Unknown page "/crat". Did you mean "/cart" or "/home"?',
      data: { code: 'NOT_FOUND' },
    });
  });

  it('hide a defect from the client and log it', async () => {
    const db = aFilledDatabase();
    const { client, url, logged } = await aServer(db);
    db.sql.exec('DROP TABLE mutes; ALTER TABLE day_coverage RENAME TO elsewhere');
    await expect(client.pages.frustration.query()).rejects.toMatchObject({
      message: 'Internal server error',
      data: { code: 'INTERNAL_SERVER_ERROR' },
    });
    const body = await (await fetch(`${url}/trpc/pages.frustration`)).text();
    expect(body).not.toMatch(/day_coverage|stack|\.ts/);
    const ids = logged().map(({ errorId }) => errorId);
    expect(logged()[0]).toMatchObject({
      procedure: 'pages.frustration',
      err: { message: 'no such table: day_coverage' },
      errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(JSON.parse(body)).toMatchObject({ error: { data: { errorId: ids[2] } } });
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('refuse a batch that is too large and a body that is too long', async () => {
    const { url } = await aServer(aFilledDatabase());
    const names = Array.from({ length: 21 }, () => 'trends.daily').join(',');
    const batch = await fetch(`${url}/trpc/${names}?batch=1&input=${encodeURIComponent('{}')}`);
    expect(batch.status).toBe(400);
    const long = await fetch(`${url}/trpc/trends.daily`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify('x'.repeat(70_000)),
    });
    expect(long.status).toBe(413);
  });
});

describe('GET /health and GET /ready', () => {
  it('tell that the process runs and how old the data is', async () => {
    const { url } = await aServer(aFilledDatabase());
    expect(await answer(`${url}/health`)).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await answer(`${url}/ready`)).toEqual({
      status: 200,
      body: { database: 'open', newestDay: '2026-11-20', ageDays: 3 },
    });
  });

  it('are ready before anything was collected', async () => {
    const { url } = await aServer(anEmptyDatabase());
    expect(await answer(`${url}/ready`)).toEqual({
      status: 200,
      body: { database: 'open', newestDay: null, ageDays: null },
    });
  });

  it('are not ready when the database fails, but healthy', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db);
    db.sql.close();
    expect(await answer(`${url}/ready`)).toEqual({
      status: 503,
      body: { database: 'failing', newestDay: null, ageDays: null },
    });
    expect((await answer(`${url}/health`)).status).toBe(200);
  });
});

describe('the log', () => {
  it('has one line per request, without keys and without what was asked', async () => {
    const db = aFilledDatabase();
    const { url, log, logged } = await aServer(db);
    const key = aKey(db);
    const client = createClarityKeepClient({ url, apiKey: key });
    await client.trends.daily.query();
    await fetch(`${url}/nowhere?mail=visitor@shop.example`, {
      headers: { cookie: 'session=hidden', referer: 'https://shop.example/?token=hidden' },
    });
    expect(logged().map(({ method, path, key: by, status }) => [method, path, by, status])).toEqual(
      [
        ['GET', '/trpc/trends.daily', 'dashboard', 200],
        ['GET', '/nowhere', undefined, 404],
      ],
    );
    expect(log()).not.toMatch(/ck_|hidden|visitor|Bearer|127\.0\.0\.1/);
  });
});

describe('close', () => {
  it('lets a running request finish', async () => {
    const server = buildServer({ db: aFilledDatabase(), now, log: { write: () => undefined } });
    const running = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    server.get('/slow', async () => {
      running.resolve();
      await release.promise;
      return { done: true };
    });
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    const slow = answer(`${url}/slow`);
    await running.promise;
    const closed = server.close();
    release.resolve();
    expect(await slow).toEqual({ status: 200, body: { done: true } });
    await closed;
  });
});

/** Not fetch: it would keep the connection. */
function answer(url: string): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
    })
      .on('error', reject)
      .end();
  });
}
