import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  path: string | undefined;
  authorization: string | undefined;
}

/** Answers every question of a batch with nothing, and remembers what it was asked. */
export async function aServer(): Promise<{ url: string; requests: SeenRequest[] }> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    requests.push({ path, authorization: request.headers.authorization });
    const answers = (path ?? '').split(',').map(() => ({ result: { data: null } }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  // A TCP server that listens has an address and a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}
