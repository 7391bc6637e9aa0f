import { randomUUID } from 'node:crypto';
import { startLogTail, teeTo } from './log-tail.ts';
import type { PingSignal } from './ping-address.ts';
import type { PingDeps } from './send-ping.ts';
import { sendPing } from './send-ping.ts';

export interface PingSettings<ExitCode extends number> {
  /** The URL of the check; without one nothing is pinged. */
  pingUrl: string | undefined;
  /** Texts that no ping may carry: tokens, passwords, URLs with a secret in them. */
  secrets: readonly string[];
  /** What to ping for an error that ends the job; the error is rethrown once the ping is sent. */
  tellError: (error: unknown) => Promise<{ exitCode: ExitCode; text: string }>;
  /** Milliseconds that a ping may take. */
  timeoutMs?: number;
}

/**
 * Runs a job and tells a monitor in the manner of healthchecks.io that it begins, and with which exit
 * code it has ended and the tail of its log. The job gets `deps` with a stderr that is listened to.
 * The pings never change the outcome of the job.
 *
 *     withPings(deps, { pingUrl, secrets, tellError }, (pinged) => runSend(pinged, options))
 */
export async function withPings<Deps extends PingDeps, ExitCode extends number>(
  deps: Deps,
  { pingUrl, secrets, tellError, timeoutMs = 10_000 }: PingSettings<ExitCode>,
  run: (deps: Deps) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (pingUrl === undefined) return run(deps);
  const runId = randomUUID();
  const tail = startLogTail(secrets);
  const ping = (signal: PingSignal, body: string) =>
    sendPing(deps, { pingUrl, signal, runId, body, timeoutMs });

  await ping('start', '');
  let exitCode: ExitCode;
  try {
    exitCode = await run({ ...deps, stderr: teeTo(deps.stderr, tail) });
  } catch (error) {
    const told = await tellError(error);
    tail.add(`${told.text}\n`);
    await ping(told.exitCode, tail.text());
    throw error;
  }
  await ping(exitCode, tail.text());
  return exitCode;
}
