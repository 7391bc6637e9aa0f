import { readBounded } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/notify';

/** Far more than the text that is asked for. */
const MOST_BYTES = 200_000;

/**
 * A fetch for the SDK that sends no more than is needed: the SDK would tell the machine's system, Node's
 * version, and organisation, project and headers of its own variables. It follows no redirect, since what is
 * sent is for one address alone, and reads an answer whole, so that a stalled one counts as not given.
 *
 * The answer fails with TooLargeError when it is larger than 200 kB.
 */
export function bareFetch(
  fetch: Fetch,
  apiKey: string | null,
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const response = await fetch(new URL(url instanceof Request ? url.url : url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'clarity-keep',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: init?.body ?? null,
      redirect: 'manual',
      signal: init?.signal ?? null,
    });
    const { status, headers } = response;
    const body = response.body === null ? null : await readBounded(response.body, MOST_BYTES);
    // Some statuses must not have a body, not even an empty one.
    return new Response(body?.byteLength === 0 ? null : body, {
      status,
      headers: { 'content-type': headers.get('content-type') ?? '' },
    });
  };
}
