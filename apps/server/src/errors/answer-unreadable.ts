import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { TRPCError } from '@trpc/server';
import { secureHeaderValues } from '../access/secure-headers.ts';
import { errorBody } from './error-body.ts';
import { refusal } from './refusal.ts';

interface Unreadable {
  status: number;
  code: TRPCError['code'];
  message: string;
}

const NO_REQUEST: Unreadable = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'This is not an HTTP/1.1 request.',
};

/** By the codes of Node and of Fastify. None says again what was sent: it may hold a key. */
const known: Readonly<Record<string, Unreadable>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'TIMEOUT',
    message: 'The request took too long to arrive.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The address or the headers are too long.',
  },
  EXPECTATION: {
    status: 417,
    code: 'BAD_REQUEST',
    message: 'The Expect header can only be 100-continue.',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The path of the address is not encoded correctly.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'BAD_REQUEST',
    message: 'The path is too long.',
  },
};

export interface AnsweredUnreadable {
  status: number;
  /** Why: mostly as Node or Fastify calls it. */
  why: string;
}

interface Coded {
  code: string;
}

/**
 * Answers what Node can read no request of, as routes answer errors, and closes the connection: what follows
 * may not be what it seems.
 */
export function answerUnreadable(socket: Socket, { code: why }: Coded): AnsweredUnreadable {
  const { status, headers, body } = answerTo(why);
  if (socket.writable) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n');
    socket.write(`${head}\r\n\r\n${body}`);
  }
  // Not only our half: whoever goes on sending would keep the other one open.
  socket.destroySoon();
  return { status, why };
}

/** Answers the same to what Node can read and no hook gets to see. */
export function answerUnrouted(response: ServerResponse, { code: why }: Coded): AnsweredUnreadable {
  const { status, headers, body } = answerTo(why);
  response.writeHead(status, headers).end(body);
  return { status, why };
}

function answerTo(why: string) {
  const { status, code, message } = known[why] ?? NO_REQUEST;
  const body = JSON.stringify(errorBody(refusal(code, message), status));
  const headers = {
    ...secureHeaderValues,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  return { status, headers, body };
}
