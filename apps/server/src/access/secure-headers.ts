import type { FastifyInstance } from 'fastify';

/** For answers that are no pages: a route that serves one sets its own. */
export const secureHeaderValues = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Tells browsers to show, keep and pass on as little as can be. */
export function secureHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(secureHeaderValues);
  });
}
