import type { AppRouter } from '@clarity-keep/api';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { TRPCClient } from '@trpc/client';

export interface ClarityKeepClientOptions {
  /** Where the server is reached, `http://127.0.0.1:8788`. */
  url: string;
  /** Sent as a bearer token. */
  apiKey?: string | undefined;
}

export type ClarityKeepClient = TRPCClient<AppRouter>;

/** The server caps a batch at so many questions. */
const MAX_BATCH = 20;

/** A batch is one URL, which servers and proxies cut at about 8,000 characters. */
const MAX_URL_LENGTH = 4000;

/**
 * A typed client of a Clarity Keep server. Questions asked in the same tick travel in one request.
 *
 * @example
 * const keep = createClarityKeepClient({ url: 'http://127.0.0.1:8788' });
 * const { rows } = await keep.pages.frustration.query({ days: 7, limit: 10 });
 */
export function createClarityKeepClient({
  url,
  apiKey,
}: ClarityKeepClientOptions): ClarityKeepClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url.replace(/\/+$/, '')}/trpc`,
        maxItems: MAX_BATCH,
        maxURLLength: MAX_URL_LENGTH,
        headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      }),
    ],
  });
}
