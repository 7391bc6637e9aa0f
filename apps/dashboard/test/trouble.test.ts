import { createClarityKeepClient } from '@clarity-keep/client';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Trouble } from '../src/asking/trouble.ts';
import { isKeyWanted, troubleOf } from '../src/asking/trouble.ts';

describe('troubleOf', () => {
  it('is a key when the server wants one', async () => {
    const answer = { status: 401, body: told('UNAUTHORIZED', 401, 'An API key is needed.') };
    expect(await troubleWith(answer)).toEqual({ kind: 'key' });
  });

  it('is a key also in words that are not those of tRPC', async () => {
    expect(await troubleWith({ status: 401, body: '{"error":"Unauthorized"}' })).toEqual({
      kind: 'key',
    });
  });

  it('is what the server says, not worth asking again', async () => {
    const answer = { status: 404, body: told('NOT_FOUND', 404, 'Unknown page "/crat".') };
    expect(await troubleWith(answer)).toEqual({
      kind: 'refused',
      message: 'Unknown page "/crat".',
      canRetry: false,
    });
  });

  it.each([500, 503, 429])('may be over after a while with status %i', async (status) => {
    const answer = { status, body: told('X', status, 'Later, please.') };
    expect(await troubleWith(answer)).toMatchObject({ kind: 'refused', canRetry: true });
  });

  it('is a server that cannot be reached', async () => {
    expect(await troubleWith(null)).toEqual({ kind: 'unreachable' });
  });

  it('is what a defect says', () => {
    expect(troubleOf(new Error('x is not a function'))).toEqual({
      kind: 'refused',
      message: 'x is not a function',
      canRetry: false,
    });
  });
});

describe('isKeyWanted', () => {
  const failed = (httpStatus: number) => Object.assign(new Error('No.'), { data: { httpStatus } });

  it('holds for a missing and for a wrong key', () => {
    expect(isKeyWanted(failed(401), { hasKey: false })).toBe(true);
    expect(isKeyWanted(failed(401), { hasKey: true })).toBe(true);
  });

  it('holds for whoever comes through a proxy without a key, not for a key that may not see this', () => {
    expect(isKeyWanted(failed(403), { hasKey: false })).toBe(true);
    expect(isKeyWanted(failed(403), { hasKey: true })).toBe(false);
  });

  it('does not hold for any other trouble', () => {
    expect(isKeyWanted(failed(404), { hasKey: false })).toBe(false);
    expect(isKeyWanted(new TypeError('Failed to fetch'), { hasKey: false })).toBe(false);
  });
});

function told(code: string, httpStatus: number, message: string): string {
  return JSON.stringify([{ error: { message, code: -32_000, data: { code, httpStatus } } }]);
}

/** What becomes of a question to a server that answers like this; null answers nothing at all. */
async function troubleWith(answer: { status: number; body: string } | null): Promise<Trouble> {
  const server = createServer((_request, response) => {
    if (answer === null) response.destroy();
    else response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A TCP server that listens has an address and a port.
  const { port } = server.address() as AddressInfo;
  const client = createClarityKeepClient({ url: `http://127.0.0.1:${port}` });
  return client.projects.list.query().then(
    () => {
      throw new Error('Expected the question to fail.');
    },
    (error: unknown) => troubleOf(error),
  );
}
