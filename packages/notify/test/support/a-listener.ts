import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Heard {
  method: string | undefined;
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
}

/** A real HTTP server on loopback that keeps what is posted to it; after these replies, 200. */
export async function aListener(...replies: Reply[]): Promise<Listener> {
  const heard: Heard[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const rid = url.searchParams.get('rid');
    url.searchParams.delete('rid');
    heard.push({
      method: request.method,
      path: url.pathname + url.search,
      rid,
      contentType: request.headers['content-type'],
      body,
    });
    const reply = replies.shift() ?? 200;
    if (reply === 'hang-up') request.socket.destroy();
    else if (reply !== 'stall') response.writeHead(reply, { location: '/elsewhere' }).end('OK');
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, heard };
}

/** An address at which nobody listens any more. */
export async function aClosedHost(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `127.0.0.1:${port}`;
}
