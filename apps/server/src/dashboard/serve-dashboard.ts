import { dashboardPaths } from '@clarity-keep/dashboard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DashboardFile, DashboardFiles } from './read-dashboard.ts';
import { PAGE } from './read-dashboard.ts';

/** Nothing from elsewhere, nothing inline, no framing. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const headers = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * `GET *`, which is a target without being a path: the router does not look at the first character, and
 * takes it for the root.
 */
const NO_PATH = '*';

/** Nothing of the data is in them, and they lie in memory: the page asks for a key by itself. */
const options = { config: { isPublic: true, rateLimit: false } } as const;

/** The page alone is what people follow links to. */
const pageOptions = { config: { ...options.config, isPage: true } } as const;

const NOT_BUILT = `The dashboard has not been built. Build it with "npm run bundle".
The API under /trpc works without it.
`;

/**
 * Serves the files that were there at the start, each at its path, and the page at every path of the
 * dashboard. There is no other way to a file, so no path leads out of the folder.
 */
export function serveDashboard(server: FastifyInstance, files: DashboardFiles | null): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.url !== NO_PATH) return;
    reply.callNotFound();
    return reply;
  });
  const page = files?.get(PAGE);
  if (files === null || page === undefined) {
    for (const path of dashboardPaths) {
      server.get(path, pageOptions, (_request, reply) =>
        reply.code(503).headers(headers).type('text/plain; charset=utf-8').send(NOT_BUILT),
      );
    }
    return;
  }
  for (const path of dashboardPaths) {
    server.get(path, pageOptions, (request, reply) => sendFile(request, reply, page));
  }
  for (const [path, file] of files) {
    if (path !== PAGE) {
      server.get(path, options, (request, reply) => sendFile(request, reply, file));
    }
  }
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: DashboardFile): FastifyReply {
  reply
    .headers(headers)
    .header('cache-control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', file.etag)
    .header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  if (!takesGzip(request.headers['accept-encoding'] ?? '')) return reply.send(file.body);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}

/** Whether gzip is among what is accepted, and not with a weight of nothing. */
function takesGzip(acceptEncoding: string): boolean {
  return acceptEncoding
    .toLowerCase()
    .split(',')
    .some((coding) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)\S+\s*)?$/.test(coding));
}
