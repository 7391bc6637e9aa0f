import { describe, expect, it } from 'vitest';
import type { Database } from '@clarity-keep/db';
import type { ServerDeps } from '../../src/http/build-server.ts';
import { readDashboard } from '../../src/dashboard/read-dashboard.ts';
import { aKey, aServer, sentRaw } from '../support/a-server.ts';
import { aBuiltDashboard } from '../dashboard/a-built-dashboard.ts';
import { aFilledDatabase } from '../support/kept.ts';

const QUESTION = '/trpc/projects.list';
const paths = [
  QUESTION,
  '/metrics',
  '/ready',
  '/health',
  '/openapi.json',
  '/',
  '/pages',
  '/nowhere',
];
const forPrograms = [QUESTION, '/metrics', '/ready', '/health'];

/** What Chromium sends along; taken from a real one. */
const from = (site: string, mode: string, dest: string, more: Headers = {}): Headers => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
  ...more,
});
const evil = { origin: 'https://evil.example' };

type Headers = Record<string, string>;

describe.each(['cross-site', 'same-site'])('a page of another site (%s)', (site) => {
  it.each([
    ['a picture', from(site, 'no-cors', 'image')],
    ['a script', from(site, 'no-cors', 'script')],
    ['a style', from(site, 'no-cors', 'style')],
    ['fetch that reads nothing', from(site, 'no-cors', 'empty')],
    ['fetch that wants to read', from(site, 'cors', 'empty', evil)],
    ['events', from(site, 'cors', 'empty', { ...evil, accept: 'text/event-stream' })],
    [
      'a socket',
      from(site, 'websocket', 'websocket', {
        ...evil,
        connection: 'close, Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      }),
    ],
    ['a frame', from(site, 'navigate', 'iframe')],
    ['an object', from(site, 'navigate', 'object')],
    ['a link that is fetched in advance', from(site, 'no-cors', 'empty', { purpose: 'prefetch' })],
    [
      'a page that is drawn in advance',
      from(site, 'navigate', 'document', { 'sec-purpose': 'prefetch;prerender' }),
    ],
  ])('gets nothing by %s', async (_what, headers) => {
    const { asked, statuses } = await answers(headers, { paths });
    expect(new Set(statuses.values())).toEqual(new Set([403]));
    expect(asked).toEqual([]);
  });

  it('sends a person to the pages by a link, and to nothing that works something out', async () => {
    const followed = from(site, 'navigate', 'document', { 'sec-fetch-user': '?1' });
    const { asked, statuses } = await answers(followed, { paths });
    expect(Object.fromEntries(statuses)).toEqual({
      '/': 200,
      '/openapi.json': 200,
      '/pages': 200,
      '/nowhere': 404,
      ...Object.fromEntries(forPrograms.map((path) => [path, 403])),
    });
    expect(asked).toEqual([]);
  });

  it('sends no form, also to where a program may', async () => {
    const headers = from(site, 'navigate', 'document', evil);
    const { statuses, asked } = await answers(headers, { paths: forPrograms, method: 'POST' });
    expect([statuses.get(QUESTION), statuses.get('/metrics')]).toEqual([403, 404]);
    expect(asked).toEqual([]);
  });
});

describe('whoever may ask', () => {
  it.each([
    ['a program', {}],
    ['the dashboard', from('same-origin', 'cors', 'empty')],
  ])('is answered: %s', async (_what, headers) => {
    const { statuses } = await answers(headers, { paths: [...forPrograms, '/', '/favicon.svg'] });
    expect(new Set(statuses.values())).toEqual(new Set([200]));
  });

  it('is a person who types an address, but for questions', async () => {
    const typed = from('none', 'navigate', 'document', { 'sec-fetch-user': '?1' });
    const { statuses } = await answers(typed, { paths });
    expect(statuses.get(QUESTION)).toBe(403);
    expect(['/', '/metrics', '/ready', '/openapi.json'].map((path) => statuses.get(path))).toEqual([
      200, 200, 200, 200,
    ]);
  });

  it.each(['same-origin', 'none', 'cross-site'])(
    'never has a question answered into a window or a frame (%s)',
    async (site) => {
      for (const dest of ['document', 'iframe', 'frame', 'embed', 'object']) {
        const headers = from(site, 'navigate', dest);
        const { statuses, asked } = await answers(headers, { paths: [QUESTION] });
        expect([statuses.get(QUESTION), asked]).toEqual([403, []]);
      }
    },
  );

  it('is a page of CORS_ORIGINS, with its preflight, and of no other', async () => {
    const options = { corsOrigins: ['https://Reports.example.com'] };
    const listed = { origin: 'https://reports.example.com' };
    const asking = { 'access-control-request-method': 'GET' };
    const of = async (headers: Headers, method = 'GET') =>
      (
        await answers(from('cross-site', 'cors', 'empty', headers), {
          paths: [QUESTION],
          method,
          options,
        })
      ).statuses.get(QUESTION);
    expect([
      await of({ ...listed, ...asking }, 'OPTIONS'),
      await of(listed),
      await of({ ...evil, ...asking }, 'OPTIONS'),
      await of(evil),
    ]).toEqual([204, 200, 403, 403]);
  });
});

describe('a browser that does not tell whose request it is', () => {
  it.each([
    ['no origin', {}, 200],
    ['its own origin', { origin: 'http://localhost:8788' }, 200],
    ['its own origin before a proxy that ends TLS', { origin: 'https://localhost:8788' }, 200],
    ['its own page', { referer: 'http://localhost:8788/pages' }, 200],
    ['PUBLIC_URL, where a proxy changes the host', { origin: 'https://keep.example.com' }, 200],
    ['another port', { origin: 'http://localhost:3000' }, 403],
    ['another host', evil, 403],
    ['no origin that it would tell', { origin: 'null' }, 403],
    ['a page of another site', { referer: 'https://evil.example/page' }, 403],
    ['a name that begins alike', { origin: 'http://localhost:8788.evil.example' }, 403],
    ['an extension', { origin: 'chrome-extension://localhost:8788x' }, 403],
    ['nonsense', { origin: '::' }, 403],
  ])('is judged by %s', async (_what, headers, status) => {
    const options = { publicUrl: 'https://keep.example.com/clarity' };
    const { statuses } = await answers(headers, { paths: [QUESTION], options });
    expect(statuses.get(QUESTION)).toBe(status);
  });

  it('opens pages by links all the same', async () => {
    const { statuses } = await answers(
      { referer: 'https://mail.example/' },
      { paths: ['/', '/pages'] },
    );
    expect([...statuses.values()]).toEqual([200, 200]);
  });
});

it('takes nothing of what this machine may ask: refusals are not counted', async () => {
  const options = { requestsAMinute: 1 };
  const { port } = await aServer(aFilledDatabase(), options);
  for (let asked = 0; asked < 3; asked += 1) {
    await sentRaw(port, request(QUESTION, { headers: from('cross-site', 'no-cors', 'image') }));
  }
  expect(await sentRaw(port, request(QUESTION, {}))).toMatch(/^HTTP\/1\.1 200 /);
});

it('refuses a page of another site before it looks for its key', async () => {
  const db = aFilledDatabase();
  const authorization = `Bearer ${aKey(db)}`;
  const { port } = await aServer(db, { isKeyRequired: true });
  const headers = { ...from('cross-site', 'cors', 'empty', evil), authorization };
  const answer = await sentRaw(port, request(QUESTION, { headers }));
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).toContain('add it to CORS_ORIGINS');
});

/** The status of each path, and what was asked of the database meanwhile. */
async function answers(
  headers: Headers,
  {
    paths: asked,
    method = 'GET',
    options = {},
  }: { paths: readonly string[]; method?: string; options?: Partial<ServerDeps> },
) {
  const watched = aWatchedDatabase();
  const dashboard = readDashboard([aBuiltDashboard()]);
  const { port } = await aServer(watched.db, { dashboard, ...options });
  watched.asked.length = 0;
  const statuses = new Map<string, number>();
  for (const path of asked) {
    const answer = await sentRaw(port, request(path, { headers, method }));
    statuses.set(path, Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]));
  }
  return { statuses, asked: watched.asked };
}

/** A database that remembers what it was asked. */
function aWatchedDatabase(): { db: Database; asked: string[] } {
  const db = aFilledDatabase();
  const asked: string[] = [];
  const prepare = db.sql.prepare.bind(db.sql);
  db.sql.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  return { db, asked };
}

function request(
  path: string,
  { headers = {}, method = 'GET' }: { headers?: Headers; method?: string },
) {
  const all = { host: 'localhost:8788', connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
