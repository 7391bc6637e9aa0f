import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
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
    expect(await failure(request(url))).toMatchObject({ code: 'unreachable', status: null });
  });

  it('says why nothing was reached', async () => {
    const error = await failure(request('http://127.0.0.1:1/insights'));
    expect(error.code).toBe('unreachable');
    // Port 1 is on the list of ports that fetch never connects to.
    expect(error.message).toContain('127.0.0.1:1 failed (bad port)');
  });
});
