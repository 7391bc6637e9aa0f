/** What a ping says: the job has begun, or it has ended with this exit code. */
export type PingSignal = 'start' | number;

/**
 * The address of one ping in the manner of healthchecks.io: `/start` or `/<exit code>` below the URL of
 * the check, with the id of the run. 0 is a success there, every other code a failure, and the code is
 * shown, which `/fail` would not tell.
 */
export function pingAddress(pingUrl: string, signal: PingSignal, runId: string): URL {
  const url = new URL(pingUrl);
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${signal}`;
  url.searchParams.set('rid', runId);
  return url;
}
