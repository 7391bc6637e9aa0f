import type { ApiDeps } from '@clarity-keep/api';
import { strikeOutSecrets } from '@clarity-keep/command-line';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Fastify, { LogController } from 'fastify';
import { allowOrigins } from '../access/allow-origins.ts';
import { guardRequests } from '../access/guard-requests.ts';
import { limitRequests } from '../access/limit-requests.ts';
import { refuseOddHeads } from '../access/refuse-odd-heads.ts';
import { refuseOtherSites } from '../access/refuse-other-sites.ts';
import { secureHeaders } from '../access/secure-headers.ts';
import { makeRoom } from '../connections/make-room.ts';
import type { DashboardFiles } from '../dashboard/read-dashboard.ts';
import { serveDashboard } from '../dashboard/serve-dashboard.ts';
import { answerError, answerErrors } from '../errors/answer-errors.ts';
import { answerUnrouted, answerUnreadable } from '../errors/answer-unreadable.ts';
import { refusal } from '../errors/refusal.ts';
import { loggedPath, logRequests } from './log-requests.ts';
import { serverMetrics } from '../metrics/server-metrics.ts';
import { serveRoutes } from './serve-routes.ts';
import type { ServerLimits } from './server-limits.ts';
import { unsubscribeRoutes } from '../unsubscribe/unsubscribe-routes.ts';
import { BODY_LIMIT, defaultLimits, MAX_HEAD_BYTES, MAX_PARAM_LENGTH } from './server-limits.ts';

export interface ServerDeps extends Pick<ApiDeps, 'db' | 'now' | 'defaultProject' | 'outlook'> {
  /** Gets one line of JSON per request and defect. */
  log: { write(line: string): unknown };
  /** Otherwise programs of this machine may ask without a key; the default. */
  isKeyRequired?: boolean;
  /** Requests a minute of each key, or of each address that shows none; 0, the default, for any number. */
  requestsAMinute?: number;
  /** Where the server is reached from outside; needed where a proxy changes the host. */
  publicUrl?: string | undefined;
  /** Whose pages may read answers in a browser; none unless given. */
  corsOrigins?: readonly string[];
  limits?: ServerLimits;
  /** The built dashboard; without it the server says that it was not built. */
  dashboard?: DashboardFiles | null;
}

/** How often Node looks for connections that took too long. */
const MOST_CHECKS_MS = 1000;

/** The server, not listening yet. */
export function buildServer({
  log,
  isKeyRequired = false,
  requestsAMinute = 0,
  publicUrl,
  corsOrigins = [],
  limits = defaultLimits,
  dashboard = null,
  ...deps
}: ServerDeps): FastifyInstance {
  const server: FastifyInstance = Fastify({
    logger: {
      level: 'info',
      stream: { write: (line) => void log.write(strikeOutSecrets(line)) },
      base: null,
    },
    // Fastify's own lines hold the query.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    forceCloseConnections: 'idle',
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: Math.min(limits.headersMs, MOST_CHECKS_MS),
      maxHeaderSize: MAX_HEAD_BYTES,
      // Looked at with the other headers.
      requireHostHeader: false,
    },
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      server.log.info(answerUnreadable(socket, error), 'unreadable');
    },
    frameworkErrors(error, { method, url }, reply) {
      const answered = answerUnrouted(reply.raw, error);
      server.log.info({ method, path: loggedPath(url), ...answered }, 'unreadable');
    },
  });
  makeRoom(server.server, limits.connections);
  server.server.on('checkExpectation', (_request, response) => {
    server.log.info(answerUnrouted(response, { code: 'EXPECTATION' }), 'unreadable');
  });
  logRequests(server);
  secureHeaders(server);
  answerErrors(server);
  const ownOrigin = publicUrl === undefined ? [] : [new URL(publicUrl).origin];
  refuseOtherSites(server, [...ownOrigin, ...corsOrigins.map((origin) => origin.toLowerCase())]);
  allowOrigins(server, corsOrigins);
  refuseOddHeads(server);
  guardRequests(server, { ...deps, isKeyRequired });
  limitRequests(server, requestsAMinute);
  const metrics = serverMetrics(server, deps);
  // Routes are counted and limited only when they are added after who counts them is there.
  server.register(async (routes) => {
    serveRoutes(routes, { ...deps, metrics });
    serveDashboard(routes, dashboard);
    routes.register(unsubscribeRoutes(deps));
    const limit = requestsAMinute === 0 ? {} : { preHandler: routes.rateLimit() };
    routes.setNotFoundHandler(limit, (request, reply) =>
      isLookedAt(request)
        ? reply.code(404).type('text/plain; charset=utf-8').send(NOTHING_HERE)
        : answerError(reply, refusal('NOT_FOUND', 'Not found')),
    );
  });
  return server;
}

const NOTHING_HERE = 'There is nothing at this address. The dashboard is at /.\n';

/** Whether a browser asks for a page that somebody wants to look at. */
function isLookedAt({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}
