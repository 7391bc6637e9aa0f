import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { refusal } from '../errors/refusal.ts';

/**
 * Counts the requests of each key, and of each address that shows none, a minute; 0 counts nothing. A
 * batch is one request.
 */
export function limitRequests(server: FastifyInstance, requestsAMinute: number): void {
  if (requestsAMinute === 0) return;
  server.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ access, ip }) =>
      access?.type === 'granted' ? access.caller.countedAs : `address ${ip}`,
    errorResponseBuilder: (_request, { max, ttl }) =>
      refusal(
        'TOO_MANY_REQUESTS',
        `Too many requests: ${max} a minute are allowed. Try again in ${Math.ceil(ttl / 1000)} s.`,
      ),
  });
}
