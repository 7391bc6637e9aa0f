import type { Readable, Writable } from 'node:stream';
import type { Line } from '@clarity-keep/core';
import { splitLines } from '@clarity-keep/core';
import type { RequestId, Transport } from '@modelcontextprotocol/server';
import { isJSONRPCNotification, isJSONRPCRequest } from '@modelcontextprotocol/server';
import { LONGEST_MESSAGE, messageOf } from './message-of-line.ts';
import { outgoingLine } from './outgoing-line.ts';

/** Milliseconds that questions which were asked before the input ended may still take. */
const GRACE_MS = 5_000;

/** Of a message that is too long: enough to hold its id. */
const END_BYTES = 256;

export interface LineTransport extends Transport {
  /** Settled when it is closed, from either side. */
  closed: Promise<void>;
}

/**
 * One message a line, as the protocol has it over standard input and output. Unlike the transport of the
 * SDK it answers what is no message with an error, outlives a message that is too long, and answers what
 * was asked before the input ended, so that questions can be piped in.
 */
export function lineTransport({
  input,
  output,
}: {
  input: Readable;
  output: Writable;
}): LineTransport {
  const lines = splitLines({ maxLineBytes: LONGEST_MESSAGE, endBytes: END_BYTES });
  const unanswered = new Set<RequestId>();
  let isEnded = false;
  let isClosed = false;
  const closed = Promise.withResolvers<void>();
  let deadline: NodeJS.Timeout | undefined;

  const read = (chunk: Buffer | string): void => {
    for (const line of lines.push(Buffer.from(chunk))) receive(line);
  };
  const receive = (line: Line): void => {
    const found = messageOf(line);
    if (found === null) return;
    if ('refusal' in found) return void transport.send(found.refusal).catch(transport.onerror);
    const { message } = found;
    // A subscription is answered when it ends, which may be never.
    if (isJSONRPCRequest(message) && message.method !== 'subscriptions/listen') {
      unanswered.add(message.id);
    }
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
      settle(message.params?.['requestId']);
    }
    transport.onmessage?.(message);
  };
  const settle = (id: unknown): void => {
    unanswered.delete(id as RequestId);
    if (isEnded && unanswered.size === 0) void transport.close();
  };
  const end = (): void => {
    isEnded = true;
    deadline ??= setTimeout(() => void transport.close(), GRACE_MS);
    if (unanswered.size === 0) void transport.close();
  };
  const close = (): void => void transport.close();

  const transport: LineTransport = {
    closed: closed.promise,
    async start() {
      input.on('data', read).on('end', end).on('close', end).on('error', end);
      output.on('error', close);
    },
    async send(message) {
      if (isClosed) return;
      await new Promise<void>((resolve, reject) => {
        output.write(outgoingLine(message), (error) => (error ? reject(error) : resolve()));
      });
      if (!('method' in message)) settle(message.id);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(deadline);
      input.off('data', read).pause();
      transport.onclose?.();
      closed.resolve();
    },
  };
  return transport;
}
