import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Listener {
  url: string;
  heard: { path: string; body: string }[];
  /** What it answers with, until told otherwise. */
  status: number;
}

/** A real HTTP server on loopback that keeps what is posted to it. */
export async function aListener(status = 200): Promise<Listener> {
  const listener: Listener = { url: '', heard: [], status };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    listener.heard.push({ path: request.url?.replace(/\?.*/, '') ?? '', body });
    response.writeHead(listener.status).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  listener.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return listener;
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
