import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { defaultLimits } from '../../src/http/server-limits.ts';
import { aKey, aServer, questionUrl, sentRaw, told, toldWith } from '../support/a-server.ts';
import { aFilledDatabase } from '../support/kept.ts';

describe('the count of requests', () => {
  it('refuses a key that asks too often, and not another one', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true, requestsAMinute: 3 });
    const [eager, calm] = [aKey(db, { name: 'eager' }), aKey(db, { name: 'calm' })];
    const question = `${url}/trpc/projects.list`;
    const statuses: number[] = [];
    for (let asked = 0; asked < 4; asked += 1)
      statuses.push((await toldWith(eager, question)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { status, headers, body } = await toldWith(eager, question);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^Too many requests: 3 a minute are allowed\. Try again in \d+ s\.$/,
        ) as string,
        data: { code: 'TOO_MANY_REQUESTS', httpStatus: 429 },
      },
    });
    expect((await toldWith(calm, question)).status).toBe(200);
  });

  it('counts what is refused and what leads nowhere, so that nothing can be guessed at any pace', async () => {
    const { url } = await aServer(aFilledDatabase(), { isKeyRequired: true, requestsAMinute: 3 });
    const statuses: number[] = [];
    for (const path of [
      '/trpc/projects.list',
      '/metrics',
      '/nowhere',
      '/trpc/projects.list',
      '/nowhere',
    ]) {
      statuses.push((await toldWith('ck_guess', `${url}${path}`)).status);
    }
    expect(statuses).toEqual([401, 401, 404, 429, 429]);
  });

  it('never keeps those from an answer who look whether the process lives', async () => {
    const { url } = await aServer(aFilledDatabase(), { requestsAMinute: 1 });
    const statuses: number[] = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await told(`${url}/health`)).status);
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('is seen by the typed client as what it is', async () => {
    const { client } = await aServer(aFilledDatabase(), { requestsAMinute: 1 });
    await client.projects.list.query();
    await expect(
      Promise.all([client.projects.list.query(), client.status.get.query()]),
    ).rejects.toMatchObject({ data: { code: 'TOO_MANY_REQUESTS' } });
  });
});

describe('slow clients', () => {
  const limits = { ...defaultLimits, headersMs: 100, requestMs: 200, idleMs: 300 };

  it.each([
    ['never end their headers', 'GET /health HTTP/1.1\r\nhost: localhost\r\nx-slow: '],
    [
      'never end their body',
      'POST /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{',
    ],
  ])('that %s are told so and cut off', async (_what, bytes) => {
    const { port, url } = await aServer(aFilledDatabase(), { limits });
    expect(await sentRaw(port, bytes)).toMatch(/^HTTP\/1\.1 (408|400) /);
    expect((await told(`${url}/health`)).status).toBe(200);
  });

  it('that drip a header every moment are cut off all the same', async () => {
    const { port } = await aServer(aFilledDatabase(), { limits });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n');
    const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 20);
    const answer = await text(socket).catch(() => '');
    clearInterval(drip);
    expect(answer).not.toContain('200 OK');
  });

  it('that drip and never read what they are told are cut off as well', async () => {
    const { port, connections } = await aServer(aFilledDatabase(), { limits });
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined).pause();
    socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n');
    const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 20);
    onTestFinished(() => {
      clearInterval(drip);
      socket.destroy();
    });
    await vi.waitUntil(async () => (await connections()) === 1);
    await vi.waitFor(async () => expect(await connections()).toBe(0), 5_000);
  });

  it('that say nothing are closed', async () => {
    const { port } = await aServer(aFilledDatabase(), { limits });
    expect(await sentRaw(port, '')).not.toContain('200 OK');
  });

  it('are closed when there are more of them than there is room for, and others are served after', async () => {
    const { port, url } = await aServer(aFilledDatabase(), {
      limits: { ...limits, connections: 5 },
    });
    const held = Array.from({ length: 20 }, () => sentRaw(port, 'GET /health HTTP/1.1\r\n'));
    await Promise.all(held);
    expect((await told(`${url}/health`)).status).toBe(200);
  });
});

describe('input that is too much', () => {
  it.each([
    ['a long address', `/trpc/pages.detail?input=${'a'.repeat(20_000)}`, 431],
    ['a long name of a procedure', `/trpc/${'a'.repeat(2_000)}`, 414],
    [
      'a batch of 21',
      `/trpc/${Array.from({ length: 21 }, () => 'status.get').join(',')}?batch=1`,
      400,
    ],
  ])('is refused: %s', async (_what, path, status) => {
    const { port, url } = await aServer(aFilledDatabase());
    const answer = await sentRaw(port, get(path));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(errorIn(answer)).toMatchObject({ data: { httpStatus: status } });
    expect((await told(`${url}/health`)).status).toBe(200);
  });

  it.each([
    ['a body that is too long', `"${'x'.repeat(70_000)}"`, 413],
    ['a body at all, as nothing takes one', '{}', 405],
    ['a body that is deeply nested', '['.repeat(30_000), 405],
  ])('is refused: %s', async (_what, body, status) => {
    const { url } = await aServer(aFilledDatabase());
    const response = await fetch(`${url}/trpc/projects.list`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { data: { httpStatus: status } } });
  });
});

describe('input that is malformed', () => {
  it.each([
    ['no JSON', 'a'],
    ['JSON that breaks off', '{"days":'],
    ['deeply nested', '['.repeat(2_400) + ']'.repeat(2_400)],
    ['deeply nested in a known field', `{"page":${'{"a":'.repeat(900)}1${'}'.repeat(900)}}`],
    ['a list', '[]'],
    ['a number', '7'],
    ['a prototype', '{"__proto__":{"days":1}}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
    ['an unknown field', '{"dayz":1}'],
    ['a number too large', '{"days":1e999}'],
    ['a day that is none', '{"from":"2026-02-30"}'],
    ['a text that is no text', '{"project":{"$ne":null}}'],
    ['a text with a zero byte', '{"project":"\\u0000"}'],
    ['half a surrogate', '{"project":"\\ud800"}'],
    ['SQL', `{"project":"' OR 1=1 --"}`],
  ])('is the question’s fault: %s', async (_what, input) => {
    const { url, log } = await aServer(aFilledDatabase());
    for (const procedure of ['pages.frustration', 'trends.daily']) {
      const { status, body } = await told(
        `${url}/trpc/${procedure}?input=${encodeURIComponent(input)}`,
      );
      expect([400, 404]).toContain(status);
      expect(JSON.stringify(body).length).toBeLessThan(2_000);
      expect(JSON.stringify(body)).not.toMatch(/\.ts|node_modules|at \w/);
    }
    expect(log()).not.toMatch(/defect|a bug/);
  });

  it.each(['%', '%zz', '%00', '%c0%af'])(
    'is the question’s fault in the address itself: %s',
    async (bytes) => {
      const { port } = await aServer(aFilledDatabase());
      for (const path of [`/trpc/${bytes}`, `/trpc/projects.list?input=${bytes}`, `/${bytes}`]) {
        expect(await sentRaw(port, get(path))).toMatch(/^HTTP\/1\.1 4\d\d /);
      }
    },
  );
});

describe('paths that climb', () => {
  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/trpc/../../etc/passwd',
    '/trpc/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/openapi.json/../../package.json',
    '/\\..\\..\\package.json',
    'http://127.0.0.1/etc/passwd',
    '*',
  ])('lead nowhere: %s', async (path) => {
    const { port } = await aServer(aFilledDatabase());
    const answer = await sentRaw(port, get(path));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/root:|"name": "/);
  });
});

describe('headers that could be understood in two ways', () => {
  const head =
    'POST /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  const smuggled = 'GET /trpc/status.get HTTP/1.1\r\nhost: localhost\r\n\r\n';

  it.each([
    [
      'two lengths',
      `${head}content-length: 0\r\ncontent-length: ${smuggled.length}\r\n\r\n${smuggled}`,
    ],
    ['two lengths in one', `${head}content-length: 0, ${smuggled.length}\r\n\r\n${smuggled}`],
    [
      'a length and chunks',
      `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    ['chunks under another name', `${head}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    [
      'chunks twice',
      `${head}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    ['a space before the colon', `${head}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    [
      'a folded header',
      `${head}transfer-encoding:\r\n chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    ['a length that is negative', `${head}content-length: -1\r\n\r\n${smuggled}`],
    ['a length in other digits', `${head}content-length: 0x10\r\n\r\n${smuggled}`],
    ['lines that end in one byte', `GET /health HTTP/1.1\nhost: localhost\n\n${smuggled}`],
    [
      'a chunk of a size that is none',
      `${head}transfer-encoding: chunked\r\n\r\nzz\r\n\r\n${smuggled}`,
    ],
    ['no host', `GET /health HTTP/1.1\r\n\r\n${smuggled}`],
    [
      'two keys',
      `GET /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n${smuggled}`,
    ],
    [
      'two hosts',
      `GET /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\n\r\n${smuggled}`,
    ],
    ['another protocol', `GET /health HTTP/9.9\r\nhost: localhost\r\n\r\n${smuggled}`],
  ])('are refused, and what follows them is not read: %s', async (_what, bytes) => {
    const { port, url, logged } = await aServer(aFilledDatabase(), {
      limits: { ...defaultLimits, headersMs: 300, requestMs: 300, idleMs: 300 },
    });
    const answer = await sentRaw(port, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(logged().map(({ path }) => path)).not.toContain('/trpc/status.get');
    expect((await told(questionUrl(url, 'projects.list'))).status).toBe(200);
  });
});

describe('what no route gets to see', () => {
  it.each([
    ['no request at all', '\u0016\u0003\u0001\r\n\r\n', 400],
    ['a method that is none', 'BREW /health HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
    ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
    [
      'a wish that is none',
      'GET /health HTTP/1.1\r\nhost: localhost\r\nexpect: secret\r\n\r\n',
      417,
    ],
    ['an address that breaks off', get('/trpc/%?input=ck_secret'), 400],
    ['an address of a mail that breaks off', get('/unsubscribe/ck_secret%'), 400],
    ['headers that never end', 'GET /health HTTP/1.1\r\nhost: localhost\r\nx: ', 408],
  ])('is answered as all errors are, and not told again: %s', async (_what, bytes, status) => {
    const { port, log } = await aServer(aFilledDatabase(), {
      limits: { ...defaultLimits, headersMs: 200 },
    });
    const answer = await sentRaw(port, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(errorIn(answer)).toEqual({
      message: expect.stringMatching(/^(?:The|This) .*\.$/) as string,
      code: expect.any(Number) as number,
      data: { code: expect.any(String) as string, httpStatus: status },
    });
    expect(log()).toContain(`"status":${status}`);
    expect(answer + log()).not.toContain('secret');
  });

  it('is a trace, which would show a key again', async () => {
    const { port, log } = await aServer(aFilledDatabase());
    const answer = await sentRaw(port, get('/trpc/projects.list').replace('GET', 'TRACE'));
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(log()).not.toMatch(/defect|a bug/);
  });

  it('leaves the answer before it in its place', async () => {
    const { port } = await aServer(aFilledDatabase());
    const first = 'GET /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const answers = await sentRaw(port, `${first}${get('/%')}`);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });
});

function errorIn(answer: string): unknown {
  // Between the numbers of chunks, if there are any.
  const json = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  return (JSON.parse(json) as { error: unknown }).error;
}

function get(path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
}
