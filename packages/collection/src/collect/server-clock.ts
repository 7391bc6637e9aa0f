import type { Fetch } from '@clarity-keep/clarity';

/** Clocks that agree differ by less, what a response takes included. */
const AGREEING_MS = 5 * 60_000;

/** Compares this machine's clock with that of whoever responds, by the `Date` of each response. */
export function watchServerClock(
  fetch: Fetch,
  now: () => Date,
): { fetch: Fetch; isConfirmed: () => boolean } {
  let isConfirmed = false;
  return {
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const server = Date.parse(response.headers.get('date') ?? '');
      isConfirmed = Math.abs(server - now().getTime()) < AGREEING_MS;
      return response;
    },
    isConfirmed: () => isConfirmed,
  };
}
