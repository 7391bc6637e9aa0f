import { appRouter, createContext, errorIdOf, openApiDocument } from '@clarity-keep/api';
import type { ApiDeps, AppRouter } from '@clarity-keep/api';
import { version } from '@clarity-keep/command-line';
import { questionGate } from '@clarity-keep/queries';
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../access/guard-requests.ts';
import { refusal } from '../errors/refusal.ts';
import type { ServerMetrics } from '../metrics/server-metrics.ts';
import { readiness, unknownReadiness } from './readiness.ts';
import { MAX_BATCH_SIZE } from './server-limits.ts';

interface RouteDeps extends Pick<ApiDeps, 'db' | 'now' | 'defaultProject' | 'outlook'> {
  metrics: ServerMetrics;
}

/** tRPC at /trpc, how it is described at /openapi.json, and what looks after the server. */
export function serveRoutes(server: FastifyInstance, { metrics, ...deps }: RouteDeps): void {
  const gate = questionGate();
  // One for all who ask: of those who ask without reading, each answer would be kept.
  const document = Buffer.from(JSON.stringify(openApiDocument({ version })));
  server.get('/openapi.json', { config: { isPublic: true, isPage: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );

  // Whoever restarts what does not answer must hear an answer, whatever others ask.
  server.get('/health', { config: { isPublic: true, rateLimit: false } }, () => ({ status: 'ok' }));

  server.get('/ready', { config: { isPublic: true } }, (request, reply) => {
    const { access } = request;
    try {
      return readiness(deps, access?.type === 'granted' ? access.caller.allowedProjects : []);
    } catch (error) {
      request.log.error(error);
      return reply.code(503).send(unknownReadiness('failing'));
    }
  });

  server.get('/metrics', async (request, reply) => {
    if (callerOf(request).allowedProjects !== null) {
      throw refusal(
        'FORBIDDEN',
        'Metrics cover all projects, but this key is limited to some. Create a key without --project.',
      );
    }
    reply.type(metrics.contentType);
    return metrics.text();
  });

  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/trpc/')) route.config = { ...route.config, isQuestion: true };
  });
  server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: MAX_BATCH_SIZE,
      createContext: ({ req, res }) => {
        const { allowedProjects, countedAs } = callerOf(req);
        const request = gate.open(countedAs);
        // When its answers were sent, or the client is gone.
        res.raw.once('close', () => request.close());
        return createContext({
          ...deps,
          allowedProjects,
          request,
          onAnswered: metrics.countQuestion,
        });
      },
      onError({ error, path, req }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        const defect = { err: error.cause ?? error, procedure: path, errorId: errorIdOf(error) };
        req.log.error(defect, 'defect');
      },
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
}
