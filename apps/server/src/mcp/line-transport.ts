import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  parseJSONRPCMessage,
  ProtocolErrorCode,
  serializeMessage,
} from '@modelcontextprotocol/server';
import type { InputLine } from './split-lines.ts';
import { lineSplitter } from './split-lines.ts';

/** Bytes of one message. The longest question is far shorter. */
const LONGEST_MESSAGE = 1024 * 1024;

/** Milliseconds that questions which were asked before the input ended may still take. */
const GRACE_MS = 5_000;

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
  const split = lineSplitter(LONGEST_MESSAGE);
  const unanswered = new Set<RequestId>();
  let isEnded = false;
  let isClosed = false;
  const closed = Promise.withResolvers<void>();
  let deadline: NodeJS.Timeout | undefined;

  const read = (chunk: Buffer | string): void => {
    for (const line of split(Buffer.from(chunk))) receive(line);
  };
  const receive = (line: InputLine): void => {
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
        output.write(serializeMessage(message), (error) => (error ? reject(error) : resolve()));
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

type ReadLine = { message: JSONRPCMessage } | { refusal: JSONRPCMessage };

/** The message on a line, or what is answered when it is none; null for an empty line. */
function messageOf(line: InputLine): ReadLine | null {
  if ('ends' in line) {
    return refused(`Expected a message of at most ${LONGEST_MESSAGE} bytes.`, {
      id: idAtAnEnd(line.ends),
    });
  }
  if (line.text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return refused('Expected one message of JSON a line.', { code: ProtocolErrorCode.ParseError });
  }
  try {
    return { message: parseJSONRPCMessage(value) };
  } catch {
    return refused('Expected a message of JSON-RPC 2.0.', { id: idOf(value) });
  }
}

function refused(
  message: string,
  {
    code = ProtocolErrorCode.InvalidRequest,
    id,
  }: { code?: number; id?: RequestId | undefined } = {},
): ReadLine {
  return { refusal: { jsonrpc: '2.0', ...(id !== undefined && { id }), error: { code, message } } };
}

const ID = String.raw`"id"\s*:\s*(\d{1,15}|"[^"\\]{1,100}")`;
const VERSION = String.raw`"jsonrpc"\s*:\s*"2\.0"`;
const FIRST = new RegExp(String.raw`^\s*\{\s*(?:${VERSION}\s*,\s*)?${ID}\s*,`);
const LAST = new RegExp(String.raw`,\s*${ID}\s*(?:,\s*${VERSION}\s*)?\}\s*$`);

/**
 * The id of a message of which only the ends are known, where clients write it: first or last. Without it
 * whoever asked would wait until they give up.
 */
function idAtAnEnd(ends: string): RequestId | undefined {
  const id = (FIRST.exec(ends) ?? LAST.exec(ends))?.[1];
  return id === undefined ? undefined : (JSON.parse(id) as RequestId);
}

function idOf(value: unknown): RequestId | undefined {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
