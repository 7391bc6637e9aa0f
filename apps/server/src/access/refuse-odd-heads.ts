import type { FastifyInstance } from 'fastify';
import { refusal } from '../errors/refusal.ts';

/** A name or an address with its port, as far as what follows makes an address of it. */
const HOST = /^[\w.:[\]-]*$/;

/** What a proxy before us may have read the other one of. */
const onceOnly = new Set(['host', 'authorization']);

/** Refuses what Node's parser lets pass and two readers may read in two ways, and reads nothing after it. */
export function refuseOddHeads(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers, method, raw }, reply) => {
    // tRPC's adapter makes a request of the web of it, which knows none, and it would show a key again.
    if (method === 'TRACE') {
      throw refusal('METHOD_NOT_SUPPORTED', 'TRACE is not supported.');
    }
    const names = raw.rawHeaders
      .filter((_, index) => index % 2 === 0)
      .map((name) => name.toLowerCase());
    const twice = [...onceOnly].find((name) => names.indexOf(name) !== names.lastIndexOf(name));
    // HTTP/1.0 knows none.
    const host = headers.host ?? (raw.httpVersion === '1.0' ? '' : null);
    if (twice === undefined && host !== null && HOST.test(host)) return;
    reply.header('connection', 'close');
    throw refusal(
      'BAD_REQUEST',
      twice === undefined
        ? 'The Host header must be a host name or address.'
        : `The ${twice} header must be sent only once.`,
    );
  });
}
