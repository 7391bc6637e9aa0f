import type { ApiDeps, AppRouter } from '@clarity-keep/api';
import { appRouter, createContext } from '@clarity-keep/api';
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import Fastify, { LogController } from 'fastify';
import type { DashboardFiles } from './dashboard/read-dashboard.ts';
import { serveDashboard } from './dashboard/serve-dashboard.ts';
import { logRequests } from './log-requests.ts';
import type { Readiness } from './readiness.ts';
import { readiness } from './readiness.ts';

export interface ServerDeps extends ApiDeps {
  /** Gets one line of JSON per request and defect. */
  log: { write(line: string): unknown };
  /** The built dashboard; without it the server says that there is none. */
  dashboard?: DashboardFiles | null;
}

/** Questions that one request may carry. */
const MAX_BATCH_SIZE = 20;

/** Procedure names of a batch are one path part. */
const MAX_PARAM_LENGTH = 1000;

/** Questions come in the URL; nothing sends a body yet. */
const BODY_LIMIT = 64 * 1024;

/** The server, not listening yet: the dashboard at /, tRPC at /trpc, the process at /health, the data at /ready. */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const server: FastifyInstance = Fastify({
    logger: { level: 'info', stream: { write: (line) => void deps.log.write(line) }, base: null },
    // Fastify's own lines hold the query.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    forceCloseConnections: 'idle',
  });
  logRequests(server);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'Not found' }));
  server.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.message });
    request.log.error(error);
    return reply.code(status).send({ error: 'Internal server error' });
  });
  server.get('/health', () => ({ status: 'ok' }));
  server.get('/ready', (request, reply) => {
    try {
      return readiness(deps);
    } catch (error) {
      request.log.error(error);
      const failing: Readiness = { database: 'failing', newestDay: null, ageDays: null };
      return reply.code(503).send(failing);
    }
  });
  serveDashboard(server, deps.dashboard ?? null);
  server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: MAX_BATCH_SIZE,
      createContext: () => createContext(deps),
      onError({ error, path, req }) {
        if (error.code === 'INTERNAL_SERVER_ERROR') {
          req.log.error({ err: error.cause ?? error, procedure: path }, 'defect');
        }
      },
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
  return server;
}
