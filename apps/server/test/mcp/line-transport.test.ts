import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lineTransport } from '../../src/mcp/transport/line-transport.ts';

function aTransport() {
  const input = new PassThrough();
  const output = new PassThrough();
  const received: unknown[] = [];
  const closings: string[] = [];
  const transport = Object.assign(lineTransport({ input, output }), {
    onmessage: (message: unknown) => received.push(message),
    onclose: () => closings.push('closed'),
  });
  return { input, output, transport, received, closings };
}

const question = (id: number, method = 'tools/list') => ({ jsonrpc: '2.0' as const, id, method });

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('lineTransport', () => {
  it('has each line as a message, and writes each message as a line', async () => {
    const { input, output, transport, received } = aTransport();
    await transport.start();
    input.write(`${JSON.stringify(question(1))}\n${JSON.stringify(question(2))}\n`);
    await settled();
    await transport.send({ jsonrpc: '2.0', id: 1, result: {} });
    expect(received).toEqual([question(1), question(2)]);
    expect(String(output.read())).toBe('{"jsonrpc":"2.0","id":1,"result":{}}\n');
  });

  it.each([
    ['first', '{"jsonrpc":"2.0","id":7,"params":"', '"}', 7],
    ['first, before the version', '{ "id" : "a-7", "params":"', '"}', 'a-7'],
    ['last', '{"params":"', '","jsonrpc":"2.0","id":7}', 7],
    ['last, before the version', '{"params":"', '", "id": "a", "jsonrpc": "2.0" }', 'a'],
    ['in what is asked alone', '{"params":{"a":"', '","id":7}}', undefined],
    ['in a text alone', '{"params":"', ',\\"id\\":7}"}', undefined],
    ['not at all', '["', '"]', undefined],
  ])(
    'refuses a message that is too long by its id, which it has %s',
    async (_where, head, tail, id) => {
      const { input, output, transport, received } = aTransport();
      await transport.start();
      input.write(`${head}${'a'.repeat(1024 * 1024)}${tail}\n`);
      await settled();
      expect(JSON.parse(String(output.read()))).toEqual({
        jsonrpc: '2.0',
        ...(id !== undefined && { id }),
        error: { code: -32600, message: 'A message must not be longer than 1048576 bytes.' },
      });
      expect(received).toEqual([]);
    },
  );

  it('closes after its input has ended and the last question was answered', async () => {
    const { input, transport, closings } = aTransport();
    await transport.start();
    input.end(`${JSON.stringify(question(1))}\n`);
    await settled();
    expect(closings).toEqual([]);
    await transport.send({ jsonrpc: '2.0', id: 1, result: {} });
    await settled();
    expect(closings).toEqual(['closed']);
  });

  it('waits neither for what was cancelled nor for a subscription', async () => {
    const { input, transport, closings } = aTransport();
    await transport.start();
    const cancelled = {
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: 1 },
    };
    const lines = [question(1), question(2, 'subscriptions/listen'), cancelled];
    input.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await settled();
    expect(closings).toEqual(['closed']);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { input, transport, closings } = aTransport();
    await transport.start();
    input.end(`${JSON.stringify(question(1))}\n`);
    await settled();
    vi.advanceTimersByTime(4_000);
    await settled();
    expect(closings).toEqual([]);
    vi.advanceTimersByTime(2_000);
    await settled();
    expect(closings).toEqual(['closed']);
  });

  it('closes once, and sends nothing afterwards', async () => {
    const { output, transport, closings } = aTransport();
    await transport.start();
    await Promise.all([transport.close(), transport.close()]);
    await transport.send({ jsonrpc: '2.0', id: 1, result: {} });
    await transport.closed;
    expect([closings, output.read()]).toEqual([['closed'], null]);
  });
});
