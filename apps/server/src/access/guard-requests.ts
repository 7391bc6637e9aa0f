import { noteKeyUsed } from '@clarity-keep/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from '../errors/refusal.ts';
import type { Access, Caller } from './caller.ts';
import type { AccessDeps } from './identify-caller.ts';
import { identifyCaller } from './identify-caller.ts';

declare module 'fastify' {
  interface FastifyRequest {
    access: Access | null;
  }
  interface FastifyContextConfig {
    /** Answers whoever asks, with nothing of the data, or what `request.access` allows. */
    isPublic?: boolean;
  }
}

/**
 * Finds out who asks, and refuses who may not: on every route that does not say that it is public. The
 * refusal comes after the count of requests, so that keys cannot be guessed at any pace.
 */
export function guardRequests(server: FastifyInstance, deps: AccessDeps): void {
  server.decorateRequest('access', null);
  server.addHook('onRequest', async (request) => {
    request.access = identifyCaller(deps, request);
  });
  server.addHook('preParsing', async (request, reply) => {
    const { access, is404, routeOptions } = request;
    if (is404 || routeOptions.config.isPublic === true || access?.type !== 'refused') return;
    if (access.code === 'UNAUTHORIZED') reply.header('www-authenticate', 'Bearer');
    throw refusal(access.code, access.message);
  });
  server.addHook('onResponse', async (request) => {
    const { access } = request;
    if (access?.type !== 'granted' || access.caller.key === null) return;
    try {
      noteKeyUsed(deps.db, access.caller.key, deps.now());
    } catch (error) {
      request.log.warn(error, 'when a key was last used could not be noted');
    }
  });
}

/** Who asks, on a route that is not public. */
export function callerOf({ access }: FastifyRequest): Caller {
  if (access?.type === 'granted') return access.caller;
  throw new Error('Expected the request to have been refused before it came here.');
}
