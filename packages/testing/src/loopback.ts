import type { Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Lets a server listen on a free port of this machine, and gives its host with the port. */
export async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A TCP server that listens has an address and a port.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
