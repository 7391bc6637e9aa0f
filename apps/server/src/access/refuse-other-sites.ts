import type { FastifyInstance } from 'fastify';
import { refusal } from '../errors/refusal.ts';
import { cameFromOtherSite } from './came-from-other-site.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page that people follow links to. Nothing is worked out before it asks by itself. */
    isPage?: boolean;
    /** For programs alone: never shown in a window or a frame. */
    isQuestion?: boolean;
  }
}

const MESSAGE =
  'Pages of other sites cannot use this server, and API addresses cannot be opened in a browser window. The dashboard is at /. ' +
  'To let the pages of an origin use the server, add it to CORS_ORIGINS. Behind a proxy, set PUBLIC_URL to the address of the server.';

/**
 * Refuses what a browser asks for a page of another site, before anything is looked up or counted: so no
 * page that somebody visits can use up what this machine may ask either.
 */
export function refuseOtherSites(server: FastifyInstance, trustedOrigins: readonly string[]): void {
  server.addHook('onRequest', async ({ headers, is404, routeOptions }) => {
    const { isPage = is404, isQuestion = false } = routeOptions.config;
    if (!cameFromOtherSite({ headers, isPage, isQuestion, trustedOrigins })) return;
    throw refusal('FORBIDDEN', MESSAGE);
  });
}
