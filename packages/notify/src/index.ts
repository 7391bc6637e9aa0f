export { withPings } from './pings/with-pings.ts';
export type { Fetch } from './post.ts';
