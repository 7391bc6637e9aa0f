import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServerDeps } from '../../src/http/build-server.ts';
import { buildServer } from '../../src/http/build-server.ts';
import { readDashboard } from '../../src/dashboard/read-dashboard.ts';
import { aBuiltDashboard, PAGE, SCRIPT } from './a-built-dashboard.ts';
import { aDirectory, aFilledDatabase } from '../support/kept.ts';

describe('the page', () => {
  it.each(['/', '/pages?project=wxb0r23ozh', '/page?page=x', '/report?week=2026-W47', '/status'])(
    'is at %s, to be looked up again each time',
    async (path) => {
      const { status, headers, body } = await get(await aServer(), path);
      expect([status, body.toString()]).toEqual([200, PAGE]);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
          "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it.each(['/nowhere', '/pages/', '/pages/1', '/index.html', '/assets/', '/assets/gone.js'])(
    'is not at %s',
    async (path) => {
      expect((await get(await aServer(), path)).status).toBe(404);
    },
  );

  it('is named in words to a browser that is sent astray, and to no program', async () => {
    const url = await aServer();
    const toBrowser = await get(url, '/pages/', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([toBrowser.status, toBrowser.headers['content-type']]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ]);
    expect(toBrowser.body.toString()).toBe(
      'There is nothing at this address. The dashboard is at /.\n',
    );
    expect(JSON.parse((await get(url, '/pages/')).body.toString())).toMatchObject({
      error: { message: 'Not found' },
    });
  });

  it('is not sent twice to who has it', async () => {
    const url = await aServer();
    const { etag = '' } = (await get(url, '/')).headers;
    const again = await get(url, '/coverage', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const changed = await get(url, '/', { headers: { 'if-none-match': '"another"' } });
    expect(changed.status).toBe(200);
  });

  it('needs no key: it asks for one by itself', async () => {
    const url = await aServer({ isKeyRequired: true });
    expect((await get(url, '/')).status).toBe(200);
    expect((await get(url, '/assets/index-Ab12.js')).status).toBe(200);
    expect((await get(url, '/trpc/projects.list')).status).toBe(401);
  });
});

describe('what the page loads', () => {
  it('is kept for ever, as its name changes with it', async () => {
    const { status, headers, body } = await get(await aServer(), '/assets/index-Ab12.js');
    expect([status, body.toString()]).toEqual([200, SCRIPT]);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it.each([
    ['gzip', 'gzip'],
    ['br, GZIP;q=0.5', 'gzip'],
    ['gzip;q=0, br', undefined],
    ['gzip; q=0.000', undefined],
    ['x-gzip, identity', undefined],
  ])('is compressed for %s as %s', async (accepted, encoding) => {
    const { headers, body } = await get(await aServer(), '/assets/index-Ab12.js', {
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    const text = encoding === undefined ? body : gunzipSync(body);
    expect(text.toString()).toBe(SCRIPT);
  });

  it('can be asked about without being sent', async () => {
    const { status, body, headers } = await get(await aServer(), '/', { method: 'HEAD' });
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(PAGE.length)]);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/%00',
    '/assets/index-Ab12.js%00.html',
  ])('is nothing else: %s', async (path) => {
    const { status, body } = await get(await aServer(), path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.toString()).not.toContain('hidden');
  });

  it('cannot be written to', async () => {
    expect((await get(await aServer(), '/', { method: 'POST' })).status).toBe(404);
  });
});

describe('without a built dashboard', () => {
  it('says so, and how it is built; questions are answered all the same', async () => {
    expect(readDashboard([join(aDirectory(), 'nowhere')])).toBeNull();
    const url = await aServer({ dashboard: null });
    const { status, headers, body } = await get(url, '/');
    expect(status).toBe(503);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body.toString()).toContain(
      'The dashboard has not been built. Build it with "npm run bundle"',
    );
    expect((await get(url, '/trpc/projects.list')).status).toBe(200);
  });
});

async function aServer(options: Partial<ServerDeps> = {}): Promise<string> {
  const server = buildServer({
    db: aFilledDatabase(),
    now: () => new Date('2026-11-23T06:00:00Z'),
    log: { write: () => undefined },
    dashboard: readDashboard([aBuiltDashboard()]),
    ...options,
  });
  onTestFinished(() => server.close());
  return server.listen({ host: '127.0.0.1', port: 0 });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Not fetch, which would tidy up the path. */
function get(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}
