// @module-tag slow
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aServerProcess, programs } from '../support/a-process.ts';
import { aFilledDatabase } from '../support/kept.ts';

describe('a server that is told to stop', () => {
  it.each([
    ['never say a word', ''],
    ['never end their headers', 'GET /health HTTP/1.1\r\nhost: localhost\r\nx-slow: '],
    ['wait for a next request', 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['read no answer', 'GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(400)],
  ])('waits for none of those who %s', async (_what, bytes) => {
    const { url, child } = await aServerProcess({ cwd: dirname(aFilledDatabase().path) });
    for (let client = 0; client < 3; client += 1) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      await once(socket, 'connect');
      socket.pause();
      await new Promise((resolve) => {
        socket.write(bytes || Buffer.alloc(0), resolve);
      });
    }
    // So that all of it has come before.
    expect((await fetch(`${url}/health`, { headers: { connection: 'close' } })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends at once on SIGHUP, as every program does', async () => {
    const { child } = await aServerProcess({ cwd: dirname(aFilledDatabase().path) });
    child.kill('SIGHUP');
    expect(await once(child, 'exit')).toEqual([null, 'SIGHUP']);
  });
});

describe('an assistant that reads no answers', () => {
  it('keeps the server from ending neither by the end of its input nor by a signal', async () => {
    const [closing, signalled] = [await anUnreadServer(), await anUnreadServer()];
    closing.stdin.end();
    signalled.kill('SIGTERM');
    const exits = await Promise.all([once(closing, 'exit'), once(signalled, 'exit')]);
    expect(exits[0]).toEqual([0, null]);
    expect([0, 143]).toContain(exits[1]?.[0]);
  });
});

/** An MCP server that has been asked for more than a pipe holds, of which nobody has read anything. */
async function anUnreadServer(): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [programs.server, 'mcp'], {
    cwd: dirname(aFilledDatabase().path),
    env: { PATH: process.env['PATH'] },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stderr, 'data');
  const ask = (id: number, method: string, params: object) =>
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  const clientInfo = { name: 'test', version: '1.0.0' };
  ask(0, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  for (let id = 1; id < 200; id += 1) ask(id, 'tools/list', {});
  await once(child.stdout, 'readable');
  // The log of a question says that those before it are answered, as far as they can be.
  ask(200, 'tools/call', { name: 'projects_list', arguments: {} });
  await once(child.stderr, 'data');
  return child;
}
