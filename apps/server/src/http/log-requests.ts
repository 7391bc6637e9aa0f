import { strikeOutSecrets } from '@clarity-keep/command-line';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const LONGEST_PATH = 200;

/**
 * One line per answered request. The query is left out, for it holds what visitors typed, and so are
 * the headers, which hold keys; a key is logged by its name.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: loggedPath(request.url),
        ...keyOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}

function keyOf({ access }: FastifyRequest): { key?: string } {
  const name = access?.type === 'granted' ? access.caller.key?.name : undefined;
  return name === undefined ? {} : { key: name };
}

/** The path of an address as far as it may be logged. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  // Before it is cut, or half of a secret would stay.
  return strikeOutSecrets(path).slice(0, LONGEST_PATH);
}
