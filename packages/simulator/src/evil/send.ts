import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { JSON_TYPE } from '../server/reply.ts';
import type { Answer, EvilBehaviour, Exchange } from './behaviour.ts';

type Serve = EvilBehaviour['serve'];

/** Sends a whole body, by default as JSON with status 200. */
export function send(
  response: ServerResponse,
  body: string | Buffer,
  { status = 200, headers = {} }: { status?: number; headers?: OutgoingHttpHeaders } = {},
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': JSON_TYPE,
    'content-length': bytes.byteLength,
    ...headers,
  });
  response.end(bytes);
}

/** Answers with what becomes of the right answer; numbers that only text can hold come by `asWritten`. */
export function altered(alter: (answer: Answer, exchange: Exchange) => unknown): Serve {
  return (exchange) => {
    send(exchange.response, written(alter(exchange.answer(), exchange)));
  };
}

/** Answers with what becomes of the right answer's text. */
export function worded(
  word: (json: string, exchange: Exchange) => string | Buffer,
  headers: OutgoingHttpHeaders = {},
): Serve {
  return (exchange) => {
    send(exchange.response, word(JSON.stringify(exchange.answer()), exchange), { headers });
  };
}

/** Answers with this, whatever was asked. */
export function replied(
  status: number,
  body = '',
  headers: OutgoingHttpHeaders = { 'content-type': 'text/html; charset=utf-8' },
): Serve {
  return ({ response }) => {
    send(response, body, { status, headers });
  };
}

const MARK = '@as-written@';

/** A value that stands in the JSON letter by letter, such as 1e400. */
export function asWritten(text: string): string {
  return MARK + text + MARK;
}

/** JSON, with the texts of `asWritten` in it. */
export function written(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${MARK}(.*?)${MARK}"`, 'g'), '$1');
}
