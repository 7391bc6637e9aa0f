import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ClarityError, requestAnswer } from '../src/index.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.secret.signature';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/insights`;
}

/** Where nobody listens any more. */
async function aClosedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `http://127.0.0.1:${port}/insights`;
}

function request(apiUrl: string, overrides: Partial<Parameters<typeof requestAnswer>[0]> = {}) {
  return requestAnswer({
    fetch: (url, init) => fetch(url, init),
    apiUrl,
    token,
    projectId: 'wxb0r23ozh',
    numOfDays: 1,
    dimensions: ['URL', 'Device'],
    timeoutMs: 5000,
    ...overrides,
  });
}

async function failure(promise: Promise<unknown>): Promise<ClarityError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ClarityError))
    throw new Error(`Expected a ClarityError, got ${String(error)}.`);
  return error;
}

describe('a call', () => {
  it('sends the window, the dimensions and the token, and returns the bytes', async () => {
    const seen: unknown[] = [];
    const url = await serve((incoming, response) => {
      seen.push(incoming.url, incoming.headers.authorization);
      response.end('[{"a":"ü"}]');
    });
    const body = await request(url, { numOfDays: 3 });
    expect(body.toString()).toBe('[{"a":"ü"}]');
    expect(seen).toEqual([
      '/insights?projectId=wxb0r23ozh&numOfDays=3&dimension1=URL&dimension2=Device',
      `Bearer ${token}`,
    ]);
  });

  it.each([
    [400, 'request-refused'],
    [401, 'token-refused'],
    [403, 'token-refused'],
    [404, 'request-refused'],
    [429, 'quota-spent'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('ends on status %i as %s, without the token in the message', async (status, code) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    const error = await failure(request(url));
    expect(error).toMatchObject({ code, status });
    // Projects have their tokens in variables of any name.
    expect(error.message).not.toContain('CLARITY_API_TOKEN');
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain(
      'secret',
    );
  });

  it('does not follow a redirect with the token', async () => {
    const visits: unknown[] = [];
    const elsewhere = await serve((_, response) => {
      visits.push('came');
      response.end('[]');
    });
    const url = await serve((_, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    expect(await failure(request(url))).toMatchObject({ code: 'request-refused', status: 302 });
    expect(visits).toEqual([]);
  });

  it('gives up on an answer that does not come', async () => {
    const url = await serve(() => undefined);
    const error = await failure(request(url, { timeoutMs: 20 }));
    expect(error.code).toBe('timeout');
    expect(error.message).toContain('within 20 ms');
  });

  it('gives up on an answer that stops in the middle', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200).write('[{"metricName":');
    });
    expect((await failure(request(url, { timeoutMs: 100 }))).code).toBe('timeout');
  });

  it('does not take half a body for an answer', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('[{"metricName":', () => {
        response.destroy();
      });
    });
    expect(await failure(request(url))).toMatchObject({ code: 'broken-off', status: null });
  });

  it('tells a connection that broke before the answer from one that never was', async () => {
    const url = await serve((incoming) => incoming.socket.destroy());
    const error = await failure(request(url));
    expect(error).toMatchObject({ code: 'broken-off', status: null, body: null });
    expect(error.message).toContain(`The connection to ${new URL(url).host} broke (`);
  });

  it('says why nothing was reached', async () => {
    const url = await aClosedPort();
    const error = await failure(request(url));
    expect(error).toMatchObject({ code: 'unreachable', status: null, body: null });
    expect(error.message).toContain(
      `Cannot connect to ${new URL(url).host} (ECONNREFUSED). No call was made`,
    );
  });

  it('asks nothing of a server whose certificate does not do', async () => {
    const visits: unknown[] = [];
    const url = await serve((_, response) => {
      visits.push('came');
      response.end('[]');
    });
    const error = await failure(request(url.replace('http:', 'https:')));
    expect(error.code).toBe('unreachable');
    expect(visits).toEqual([]);
  });

  it.each([
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'unreachable'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
    ['ECONNRESET', 'broken-off'],
    ['EPIPE', 'broken-off'],
    ['UND_ERR_SOCKET', 'broken-off'],
    ['UND_ERR_HEADERS_TIMEOUT', 'broken-off'],
    ['SOMETHING_NEW', 'broken-off'],
  ])('takes %s for %s: in doubt a call was made', async (reason, code) => {
    const cause = Object.assign(new Error('hidden'), { code: reason });
    const error = await failure(
      request('https://clarity.example/insights', {
        fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
      }),
    );
    expect(error.code).toBe(code);
    expect(error.message).toContain(`clarity.example`);
    expect(error.message).toContain(`(${reason})`);
  });
});

describe('what comes with an error status', () => {
  it('is kept', async () => {
    const url = await serve((_, response) => response.writeHead(400).end('{"error":"ü"}'));
    const { body } = await failure(request(url));
    expect(body?.toString()).toBe('{"error":"ü"}');
  });

  it('is null when it is nothing', async () => {
    const url = await serve((_, response) => response.writeHead(401).end());
    expect((await failure(request(url))).body).toBeNull();
  });

  it('is kept up to 64 KB', async () => {
    const url = await serve((_, response) => response.writeHead(500).end('x'.repeat(200_000)));
    const error = await failure(request(url));
    expect(error).toMatchObject({ code: 'unavailable', status: 500 });
    expect(error.body?.byteLength).toBe(64 * 1024);
  });

  it('need not end', async () => {
    const url = await serve((_, response) => {
      response.writeHead(429).write('x'.repeat(70_000));
    });
    const error = await failure(request(url));
    expect(error).toMatchObject({ code: 'quota-spent', status: 429 });
    expect(error.body?.byteLength).toBe(64 * 1024);
  });

  it('does not hide the status when it breaks off or stops', async () => {
    const breaks = await serve((_, response) => {
      response.writeHead(401, { 'content-length': '1000' }).write('half', () => response.destroy());
    });
    const stops = await serve((_, response) => {
      response.writeHead(503).write('half');
    });
    expect(await failure(request(breaks))).toMatchObject({ code: 'token-refused', status: 401 });
    // Time enough for the status to come on a busy machine.
    const stopped = await failure(request(stops, { timeoutMs: 2_000 }));
    expect(stopped).toMatchObject({ code: 'unavailable', status: 503 });
    expect(stopped.body?.toString()).toBe('half');
  });
});

describe('an answer that is too large', () => {
  const megabyte = 2 ** 20;
  const large = Buffer.alloc(3 * megabyte, ' ');

  it.each([
    ['identity', large],
    ['gzip', gzipSync(large)],
    ['deflate', deflateSync(large)],
    ['br', brotliCompressSync(large)],
    ['gzip, gzip', gzipSync(gzipSync(large))],
  ])('is not read to its end, packed with %s', async (encoding, body) => {
    const url = await serve((_incoming, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    const error = await failure(request(url, { maxBytes: 2 * megabyte }));
    expect(error).toMatchObject({ code: 'too-large', status: 200 });
    expect(error.message).toContain('larger than 2 MB');
    expect(error.message).toContain('CLARITY_MAX_ANSWER_MB');
    expect((await request(url, { maxBytes: 3 * megabyte })).equals(large)).toBe(true);
  });

  it('is left while it still comes', async () => {
    const url = await serve((_incoming, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(megabyte), more);
      };
      more();
    });
    expect((await failure(request(url, { maxBytes: megabyte }))).code).toBe('too-large');
  });
});
