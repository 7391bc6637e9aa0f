import type { ServerResponse } from 'node:http';

import type { EvilBehaviour } from '../evil/behaviour.ts';

export type Reply = {
  status: number;
  body: string;
  contentType?: string;
  breakOff?: boolean;
  stall?: boolean;
  /** Replies in a way of its own. */
  evil?: EvilBehaviour;
};

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends a reply, or the first half of it. */
export function sendReply(response: ServerResponse, reply: Reply, now: number): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    // By the clock that windows go by, not by Node's.
    date: new Date(now).toUTCString(),
    'content-length': body.byteLength,
    ...(reply.contentType === undefined ? {} : { 'content-type': reply.contentType }),
  });
  if (reply.breakOff !== true) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.destroy());
}
