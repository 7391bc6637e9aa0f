import type { FastifyInstance, FastifyRequest } from 'fastify';

const LONGEST_PATH = 200;

/**
 * One line per answered request. The query is left out, for it holds what visitors typed, and so are
 * the headers, for they hold keys, and the tokens of links to unsubscribe; of a key its name is told.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request),
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

function pathOf({ routeOptions, url }: FastifyRequest): string {
  if (routeOptions.url?.includes(':token') === true) return routeOptions.url;
  return loggedPath(url);
}

/** The path of an address as far as it may be logged. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  return (
    path
      // An address that a proxy or a person has changed a little still holds a token.
      .replace(/((?:^|\/|%2F)unsubscribe(?:\/|%2F)).*$/i, '$1...')
      .replaceAll(/ck_\w+/g, 'ck_...')
      .slice(0, LONGEST_PATH)
  );
}
