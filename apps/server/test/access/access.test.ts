import { revokeApiKey } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import { createClarityKeepClient } from '@clarity-keep/client';
import { describe, expect, it } from 'vitest';
import { aKey, aServer, now, questionUrl, sentRaw, told, toldWith } from '../support/a-server.ts';
import { aFilledDatabase } from '../support/kept.ts';

const NEEDS_KEY = 'This server requires an API key. Send it as "Authorization: Bearer ck_...".';

function aGuardedServer(db: Database) {
  return aServer(db, { isKeyRequired: true });
}

/** Another project that things are kept of. */
function withBlog(db: Database): Database {
  db.sql.exec(`
    INSERT INTO projects (id, name, time_zone, created_at)
      VALUES ('blog0blog0', 'Secret blog', 'UTC', '2026-11-01T08:00:00Z');
    INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
      VALUES ('blog0blog0', 'page', '2026-11-22', 'complete', 86400, '2026-11-23T00:00:00Z');
  `);
  return db;
}

describe('a server that needs a key', () => {
  it('answers whoever has one', async () => {
    const db = aFilledDatabase();
    const { url } = await aGuardedServer(db);
    const client = createClarityKeepClient({ url, apiKey: aKey(db) });
    const { rows } = await client.pages.frustration.query({ from: '2026-11-20', to: '2026-11-20' });
    expect(rows.map(({ page }) => page)).toEqual(['/cart', '/home']);
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic Y2s6Y2s='],
    ['an empty one', 'Bearer '],
    ['one that is none', 'Bearer ck_0000'],
    ['one with a slip', `Bearer ck_${'a'.repeat(49)}`],
    ['one that is endless', `Bearer ${'a'.repeat(10_000)}`],
  ])('refuses %s, in words that say nothing of others', async (_what, authorization) => {
    const db = aFilledDatabase();
    aKey(db);
    const { url, client } = await aGuardedServer(db);
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    for (const path of [
      '/trpc/pages.frustration',
      '/trpc/projects.list,status.get?batch=1',
      '/metrics',
    ]) {
      const { status, body, headers: said } = await told(`${url}${path}`, headers);
      expect([status, said.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(body).toEqual({
        error: {
          message: authorization === undefined ? NEEDS_KEY : 'Invalid API key.',
          code: -32001,
          data: { code: 'UNAUTHORIZED', httpStatus: 401 },
        },
      });
    }
    await expect(client.projects.list.query()).rejects.toMatchObject({
      message: NEEDS_KEY,
      data: { code: 'UNAUTHORIZED' },
    });
  });

  it('says of a key itself that it has expired or was revoked', async () => {
    const db = aFilledDatabase();
    const { url } = await aGuardedServer(db);
    const expired = aKey(db, { name: 'expired', expiresAt: now() });
    const revoked = aKey(db, { name: 'revoked' });
    const question = `${url}/trpc/projects.list`;
    expect((await toldWith(revoked, question)).status).toBe(200);
    revokeApiKey(db, 'revoked', now());
    const said = await Promise.all([expired, revoked].map((key) => toldWith(key, question)));
    expect(said.map(({ status, body }) => [status, messageOf(body)])).toEqual([
      [401, expect.stringContaining('This key expired at 2026-11-23 06:00 UTC.')],
      [401, expect.stringContaining('This key was revoked at 2026-11-23 06:00 UTC.')],
    ]);
  });

  it('tells anybody that it lives, how it is asked, and nothing of the data', async () => {
    const { url } = await aGuardedServer(aFilledDatabase());
    expect((await told(`${url}/health`)).body).toEqual({ status: 'ok' });
    expect((await told(`${url}/ready`)).body).toEqual({
      database: 'open',
      newestDay: null,
      ageDays: null,
    });
    expect((await told(`${url}/openapi.json`)).body).toMatchObject({ openapi: '3.1.0' });
  });

  it('knows nothing of a path that leads nowhere, key or not', async () => {
    const { url } = await aGuardedServer(aFilledDatabase());
    expect((await told(`${url}/nowhere`)).status).toBe(404);
  });

  it('does not fail when it cannot note that a key was used', async () => {
    const db = aFilledDatabase();
    const key = aKey(db);
    const { url } = await aGuardedServer(db);
    db.sql.pragma('query_only = ON');
    expect((await toldWith(key, `${url}/trpc/projects.list`)).status).toBe(200);
    db.sql.pragma('query_only = OFF');
    await toldWith(key, `${url}/trpc/projects.list`);
    expect(db.sql.prepare('SELECT last_used_at FROM api_keys').pluck().all()).toEqual([
      now().toISOString(),
    ]);
  });
});

describe('a key for one project', () => {
  it('opens that one alone', async () => {
    const db = withBlog(aFilledDatabase());
    const { url } = await aServer(db, { isKeyRequired: true, defaultProject: 'blog0blog0' });
    const key = aKey(db, { projects: ['wxb0r23ozh'] });
    const listed = await toldWith(key, `${url}/trpc/projects.list`);
    expect(listed.body).toMatchObject({ result: { data: { rows: [{ project: 'wxb0r23ozh' }] } } });
    const asked = async (project?: string) =>
      toldWith(key, questionUrl(url, 'status.get', project === undefined ? {} : { project }));
    expect((await asked()).body).toMatchObject({ result: { data: { project: 'wxb0r23ozh' } } });
    const [foreign, named, nonsense] = await Promise.all(
      ['blog0blog0', 'Secret blog', 'nonsense'].map(asked),
    );
    expect([foreign?.status, named?.status, nonsense?.status]).toEqual([404, 404, 404]);
    expect(messageOf(foreign?.body)).toBe(
      'Unknown project "blog0blog0". Known projects: wxb0r23ozh (Shop).',
    );
    expect(messageOf(named?.body).replace('Secret blog', 'nonsense')).toBe(
      messageOf(nonsense?.body),
    );
  });

  it('sees of the state of the data that of its project, and no metrics', async () => {
    const db = withBlog(aFilledDatabase());
    const { url } = await aGuardedServer(db);
    const key = aKey(db, { projects: ['wxb0r23ozh'] });
    expect((await toldWith(key, `${url}/ready`)).body).toMatchObject({ newestDay: '2026-11-20' });
    const metrics = await toldWith(key, `${url}/metrics`);
    expect([metrics.status, messageOf(metrics.body)]).toEqual([
      403,
      'Metrics cover all projects, but this key is limited to some. Create a key without --project.',
    ]);
  });

  it('is held to it where others need no key', async () => {
    const db = withBlog(aFilledDatabase());
    const { url } = await aServer(db);
    const question = questionUrl(url, 'status.get', { project: 'blog0blog0' });
    expect((await told(question)).status).toBe(200);
    expect((await toldWith(aKey(db, { projects: ['wxb0r23ozh'] }), question)).status).toBe(404);
  });
});

describe('a server on loopback that needs no key', () => {
  it.each(['localhost:8788', 'LOCALHOST', '127.0.0.1:1', '[::1]:8788'])(
    'answers who asks for %s',
    async (host) => {
      const { port } = await aServer(aFilledDatabase());
      expect(await sentRaw(port, asking({ host }))).toContain('HTTP/1.1 200 OK');
    },
  );

  it.each([
    ['another name, as a page does that was pointed here', { host: 'evil.example:8788' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
    ['another address', { host: '192.0.2.1' }],
    ['through a proxy', { host: 'localhost', 'x-forwarded-for': '203.0.113.9' }],
    ['through a proxy that tells the protocol', { host: '[::1]', 'x-forwarded-proto': 'https' }],
    ['through a network that delivers', { host: 'localhost', 'cf-connecting-ip': '203.0.113.9' }],
    ['through a proxy that says so', { host: '127.0.0.1', forwarded: 'for=203.0.113.9' }],
  ])('refuses who asks for %s', async (_what, headers) => {
    const db = aFilledDatabase();
    const { port } = await aServer(db);
    const answer = await sentRaw(port, asking(headers));
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain(
      'Without an API key this server answers only programs on its own machine',
    );
    expect(answer).not.toMatch(/wxb0r23ozh|2026-11-20/);
    const withKey = { ...headers, authorization: `Bearer ${aKey(db)}` };
    expect(await sentRaw(port, asking(withKey))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['127.0.0.1:80@evil.example', 'localhost/', 'a b', 'localhost:x:y@'])(
    'takes no host that is none: %s',
    async (host) => {
      const db = aFilledDatabase();
      const { port } = await aServer(db);
      const authorization = `Bearer ${aKey(db)}`;
      expect(await sentRaw(port, asking({ host, authorization }))).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it.each(['', ':', '[', '[::1', 'localhost:99999', '..', '-'])(
    'makes no defect of a host that is odd: %j',
    async (host) => {
      const db = aFilledDatabase();
      const { port } = await aServer(db);
      const authorization = `Bearer ${aKey(db)}`;
      expect(await sentRaw(port, asking({ host, authorization }))).toMatch(
        /^HTTP\/1\.1 (200|400) /,
      );
    },
  );

  it('refuses a key that is wrong, although it needs none', async () => {
    const { url } = await aServer(aFilledDatabase());
    expect((await toldWith('ck_wrong', `${url}/trpc/projects.list`)).status).toBe(401);
  });
});

describe('pages of other origins', () => {
  const origin = 'https://reports.example.com';

  it('may read nothing, unless they are listed', async () => {
    const { url } = await aServer(aFilledDatabase());
    const { headers } = await told(`${url}/trpc/projects.list`, { origin });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${url}/trpc/projects.list`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', connection: 'close' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    await preflight.text();
  });

  it('may read answers and refusals when they are', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true, corsOrigins: [origin] });
    const preflight = await fetch(`${url}/trpc/projects.list`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
        connection: 'close',
      },
    });
    await preflight.text();
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'authorization, content-type',
    ]);
    const refused = await told(`${url}/trpc/projects.list`, { origin });
    const others = await told(`${url}/trpc/projects.list`, { origin: 'https://evil.example' });
    const allowed = [preflight, refused, others].map(({ headers }) =>
      headers.get('access-control-allow-origin'),
    );
    expect(allowed).toEqual([origin, origin, null]);
  });
});

describe('every answer', () => {
  it.each(['/trpc/projects.list', '/health', '/nowhere', '/trpc/nowhere'])(
    'tells browsers to keep and to run nothing: %s',
    async (path) => {
      const { url } = await aServer(aFilledDatabase());
      const { headers } = await told(`${url}${path}`);
      expect([
        headers.get('cache-control'),
        headers.get('content-security-policy'),
        headers.get('x-content-type-options'),
        headers.get('referrer-policy'),
        headers.get('x-powered-by'),
        headers.get('server'),
      ]).toEqual([
        'no-store',
        "default-src 'none'; frame-ancestors 'none'",
        'nosniff',
        'no-referrer',
        null,
        null,
      ]);
    },
  );
});

function asking(headers: Record<string, string>): string {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `GET /trpc/projects.list HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function messageOf(body: unknown): string {
  return (body as { error: { message: string } }).error.message;
}
