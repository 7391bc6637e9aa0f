import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { Exchange, OfKind } from './behaviour.ts';
import { send } from './send.ts';

function broken(
  name: string,
  what: string,
  serve: (socket: Socket, json: string, exchange: Exchange) => void,
  { exitCodes = [5], ...rest }: Partial<OfKind> = {},
): OfKind {
  return {
    name,
    what,
    answer: 'wrong',
    exitCodes,
    ...rest,
    serve: (exchange) => {
      const socket = socketOf(exchange.response);
      // Whoever is met here may hang up in the middle of a word.
      socket.on('error', () => undefined);
      serve(socket, JSON.stringify(exchange.answer()), exchange);
    },
  };
}

/** Like `broken`, and it ends when the caller does. */
function stalling(
  name: string,
  what: string,
  serve: (socket: Socket, json: string, exchange: Exchange) => void,
): OfKind {
  return broken(name, what, serve, { cost: 'stalling' });
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Connections that break, stall, or speak something else. */
export const connections: readonly OfKind[] = [
  broken('reset-at-once', 'resets the connection before it says anything', (socket) => {
    socket.resetAndDestroy();
  }),
  broken('closed-at-once', 'hangs up before it says anything', (socket) => socket.end()),
  broken('reset-in-headers', 'resets the connection in the headers', (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.resetAndDestroy());
  }),
  broken('reset-in-body', 'resets the connection in the body', (socket, json) => {
    const start = `${HEAD}Content-Length: ${json.length}\r\n\r\n${json.slice(0, json.length / 2)}`;
    socket.write(start, () => socket.resetAndDestroy());
  }),
  broken('length-too-long', 'says that the body is longer than it is', (socket, json) => {
    const length = Buffer.byteLength(json) + 1_000;
    socket.end(`${HEAD}Content-Length: ${length}\r\nConnection: close\r\n\r\n${json}`);
  }),
  broken(
    'length-too-short',
    'says that the body is half as long as it is',
    (socket, json) => {
      const length = Math.floor(Buffer.byteLength(json) / 2);
      socket.end(`${HEAD}Content-Length: ${length}\r\nConnection: close\r\n\r\n${json}`);
    },
    { exitCodes: [5, 6] },
  ),
  broken('length-twice', 'says two lengths of the body', (socket, json) => {
    socket.end(`${HEAD}Content-Length: 5\r\nContent-Length: ${json.length}\r\n\r\n${json}`);
  }),
  broken('length-negative', 'says that the body has -1 bytes', (socket, json) => {
    socket.end(`${HEAD}Content-Length: -1\r\n\r\n${json}`);
  }),
  broken('chunks-of-no-size', 'sends chunks whose size is no number', (socket) => {
    socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\nZZZ\r\n[]\r\n0\r\n\r\n`);
  }),
  broken('chunks-cut', 'hangs up before the last chunk', (socket, json) => {
    const size = Buffer.byteLength(json).toString(16);
    socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${size}\r\n${json}\r\n`);
  }),
  broken('a-header-of-1-mb', 'sends a header of a million letters', (socket, json) => {
    socket.end(`${HEAD}X-Evil: ${'x'.repeat(1024 * 1024)}\r\n\r\n${json}`);
  }),
  broken('no-headers', 'sends the bare body, as in 1991', (socket, json) => socket.end(json)),
  broken('no-http', 'sends noise', (socket) => socket.end(Buffer.alloc(4096, 0x9d))),
  broken('status-of-five-digits', 'answers with status 99999', (socket) => {
    socket.end('HTTP/1.1 99999 Over Nine Thousand\r\n\r\n');
  }),
  broken('tls', 'speaks TLS where nobody does', (socket) => {
    socket.end(Buffer.from('16030300310200002d0303', 'hex'));
  }),
  broken('another-protocol', 'changes to another protocol', (socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: evil\r\nConnection: Upgrade\r\n\r\n');
  }),
  broken(
    'gzip-that-is-none',
    'says gzip of a body that is not packed',
    (_socket, json, { response }) => {
      send(response, json, { headers: { 'content-encoding': 'gzip' } });
    },
    { exitCodes: [5, 6] },
  ),
  broken(
    'gzip-cut',
    'sends half of a packed body as if it were all',
    (_socket, json, { response }) => {
      const packed = gzipSync(json);
      const half = packed.subarray(0, packed.length / 2);
      send(response, half, { headers: { 'content-encoding': 'gzip' } });
    },
    { exitCodes: [5, 6] },
  ),
  broken(
    'an-unknown-packing',
    'says that the body is packed in a way nobody knows',
    (_socket, json, { response }) => {
      send(response, json, { headers: { 'content-encoding': 'x-evil' } });
    },
    { exitCodes: [0, 5, 6], answer: 'partly' },
  ),
  broken(
    'two-answers',
    'sends another answer right after the first',
    (socket, json) => {
      const whole = `${HEAD}Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
      socket.end(`${whole}${HEAD}Content-Length: 2\r\n\r\n[]`);
    },
    { exitCodes: [0, 5], answer: 'partly' },
  ),
  stalling('silence', 'takes the request and says nothing', () => undefined),
  stalling('continue-only', 'says 100 Continue, and nothing else', (socket) => {
    socket.write('HTTP/1.1 100 Continue\r\n\r\n');
  }),
  stalling('slow-headers', 'sends headers letter by letter', (socket) => {
    drip(socket, HEAD + 'X-Slow: true\r\n'.repeat(1_000));
  }),
  stalling('a-byte-at-a-time', 'sends the body letter by letter', (socket, json) => {
    socket.write(`${HEAD}Content-Length: ${json.length}\r\n\r\n`);
    drip(socket, json);
  }),
  stalling('chunks-without-end', 'sends all chunks but the last', (socket, json) => {
    const size = Buffer.byteLength(json).toString(16);
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${size}\r\n${json}\r\n`);
  }),
];

const DRIP_MS = 250;

/** Sends a letter at a time, for as long as somebody listens. */
function drip(socket: Socket, text: string): void {
  let sent = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(sent));
    sent += 1;
  }, DRIP_MS);
  socket.once('close', () => clearInterval(timer));
}

function socketOf(response: ServerResponse): Socket {
  if (response.socket === null) throw new TypeError('Expected an open connection, it is closed.');
  return response.socket;
}
