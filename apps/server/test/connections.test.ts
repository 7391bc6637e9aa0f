// @module-tag slow
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clientOf } from '../src/connections/client-of.ts';
import type { OpenConnection } from '../src/connections/who-gives-way.ts';
import { whoGivesWay } from '../src/connections/who-gives-way.ts';
import { defaultLimits } from '../src/server-limits.ts';
import type { RunningServer } from './a-server.ts';
import { aServer, questionUrl, told } from './a-server.ts';
import { aFilledDatabase } from './kept.ts';

const HEALTH = 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n';
const limits = { ...defaultLimits, connections: 5 };

describe('beyond the connections that there is room for', () => {
  it('the one that has stood still longest gives way', async () => {
    const server = await aServer(aFilledDatabase(), { limits });
    const standing = await opened(server, 5);
    // The first one asks, so that the second has stood still longer.
    standing[0]?.socket.write(HEALTH);
    await standing[0]?.answered;
    await opened(server, 1);
    await standing[1]?.closed;
    expect(standing.map(({ isClosed }) => isClosed())).toEqual([false, true, false, false, false]);
    await opened(server, 4);
    await standing[0]?.closed;
    expect(standing.every(({ isClosed }) => isClosed())).toBe(true);
  });

  it.each([
    ['never say a word', ''],
    ['wait for a next request', HEALTH],
    ['never end their headers', 'GET /health HTTP/1.1\r\nhost: localhost\r\nx-slow: '],
    [
      'never end their body',
      'POST /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{',
    ],
    ['read no answer', 'GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(400)],
  ])('those who %s keep nobody from an answer', { timeout: 60_000 }, async (_what, bytes) => {
    const server = await aServer(aFilledDatabase(), { limits });
    for (let round = 0; round < 4; round += 1) {
      for (const { socket } of await opened(server, 5)) {
        socket.pause();
        socket.write(bytes);
      }
      expect((await told(`${server.url}/health`)).body).toEqual({ status: 'ok' });
      expect((await told(questionUrl(server.url, 'projects.list'))).status).toBe(200);
    }
    expect(await server.connections()).toBeLessThanOrEqual(limits.connections);
  });

  it(
    '1,100 that stand idle keep nobody from an answer, and no request is cut off',
    { timeout: 120_000 },
    async () => {
      const server = await aServer(aFilledDatabase());
      const held = await opened(server, 1_100);
      expect((await told(`${server.url}/health`)).body).toEqual({ status: 'ok' });
      await vi.waitFor(
        () => expect(held.filter(({ isClosed }) => isClosed())).toHaveLength(101),
        20_000,
      );
      expect(held.slice(0, 101).every(({ isClosed }) => isClosed())).toBe(true);
      const last = held.at(-1);
      last?.socket.write(HEALTH);
      await last?.answered;
      expect(last?.isClosed()).toBe(false);
    },
  );
});

describe('who gives way', () => {
  const guests = (...all: [string, OpenConnection['state']][]) =>
    all.map(([client, state], at) => ({ client, state, at }));

  it.each([
    ['of one client the first', guests(['a', 'idle'], ['a', 'idle']), 0],
    ['one of the client with most', guests(['a', 'idle'], ['b', 'idle'], ['b', 'idle']), 1],
    [
      'one that is idle before one that is waited for',
      guests(['a', 'waits-for-client'], ['b', 'idle']),
      1,
    ],
    ['one that is waited for', guests(['a', 'worked-on'], ['b', 'waits-for-client']), 1],
    ['none that is worked on', guests(['a', 'worked-on'], ['a', 'worked-on']), undefined],
    ['none where there are none', guests(), undefined],
  ])('is %s', (_what, all, at) => {
    expect(whoGivesWay(all)?.at).toBe(at);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:bbbb:0:0:2', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [undefined, ''],
  ])('is told apart by address: %s is %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });
});

interface Held {
  socket: Socket;
  isClosed: () => boolean;
  closed: Promise<unknown>;
  /** The first bytes that come. */
  answered: Promise<unknown>;
}

/** So many connections, one after the other, all of them known to the server. */
async function opened({ port }: RunningServer, count: number): Promise<Held[]> {
  const held: Held[] = [];
  for (let number = 0; number < count; number += 1) {
    const socket = connect(port, '127.0.0.1');
    let isClosed = false;
    socket.on('error', () => undefined).on('close', () => (isClosed = true));
    onTestFinished(() => void socket.destroy());
    const closed = once(socket, 'close');
    closed.catch(() => undefined);
    await once(socket, 'connect');
    const answered = once(socket, 'data');
    answered.catch(() => undefined);
    held.push({ socket, isClosed: () => isClosed, closed, answered });
  }
  return held;
}
