import { createServer } from 'node:net';
import { listenOnLoopback } from './loopback.ts';

/** A host with a port at which nobody listens any more. */
export async function aClosedHost(): Promise<string> {
  const server = createServer();
  const host = await listenOnLoopback(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return host;
}
