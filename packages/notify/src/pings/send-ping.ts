import type { Fetch } from '../post.ts';
import { post } from '../post.ts';
import type { LogStream } from './log-tail.ts';
import type { PingSignal } from './ping-address.ts';
import { pingAddress } from './ping-address.ts';

export interface PingDeps {
  fetch: Fetch;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  stderr: LogStream;
}

export interface Ping {
  pingUrl: string;
  signal: PingSignal;
  runId: string;
  body: string;
  timeoutMs: number;
}

const BACK_OFF_MS = 1_000;

/** Sends one ping; never throws. One that does not arrive is a line on stderr, with the host alone. */
export async function sendPing(
  { fetch, sleep, stderr }: PingDeps,
  { pingUrl, signal, runId, body, timeoutMs }: Ping,
): Promise<void> {
  const url = pingAddress(pingUrl, signal, runId);
  const message = { url, contentType: 'text/plain; charset=utf-8', body, timeoutMs };
  let failure = await post(fetch, message);
  // A lost start ping is covered by the end ping; a lost end ping would raise a false alarm.
  if (failure !== null && signal !== 'start') {
    await sleep(BACK_OFF_MS);
    failure = await post(fetch, message);
  }
  if (failure === null) return;
  const which = signal === 'start' ? 'start' : 'end';
  stderr.write(`Warning: the ping at the ${which} did not reach ${url.host} (${failure}).\n`);
}
