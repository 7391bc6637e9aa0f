import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { listenOnLoopback } from './loopback.ts';

export interface Heard {
  method: string | undefined;
  /** With its query, but for the id of the run. */
  path: string;
  rid: string | null;
  contentType: string | undefined;
  body: string;
}

/** What the listener does once it has heard a request. */
export type Reply = number | 'stall' | 'hang-up';

export interface Listener {
  url: string;
  host: string;
  heard: Heard[];
  /** The status it answers with once its replies are used up. */
  status: number;
}

/** A real HTTP server on loopback that keeps what is posted to it. */
export async function aListener(...replies: Reply[]): Promise<Listener> {
  const listener: Listener = { url: '', host: '', heard: [], status: 200 };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const url = new URL(request.url ?? '/', listener.url);
    const rid = url.searchParams.get('rid');
    url.searchParams.delete('rid');
    listener.heard.push({
      method: request.method,
      path: url.pathname + url.search,
      rid,
      contentType: request.headers['content-type'],
      body,
    });
    const reply = replies.shift() ?? listener.status;
    if (reply === 'hang-up') request.socket.destroy();
    else if (reply !== 'stall') response.writeHead(reply, { location: '/elsewhere' }).end('OK');
  };
  const server = createServer((request, response) => void answer(request, response));
  listener.host = await listenOnLoopback(server);
  listener.url = `http://${listener.host}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listener;
}
