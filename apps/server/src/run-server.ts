import { isIP } from 'node:net';
import { openDatabase, takeOverSettings } from '@clarity-keep/db';
import { ConfigurationError, defaultProjectId, readConfiguration } from '@clarity-keep/environment';
import { buildServer } from './build-server.ts';
import { readDashboard } from './dashboard/read-dashboard.ts';
import type { Environment } from './env.ts';

export interface RunServerDeps {
  cwd: string;
  now: () => Date;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Aborted when the server shall stop. */
  stop: AbortSignal;
}

/** Milliseconds that running requests get when the server stops. */
const GRACE_MS = 10_000;

/**
 * Serves until told to stop, then finishes running requests.
 *
 * @throws ConfigurationError when the projects are described wrongly, or the address cannot be listened on.
 */
export async function runServer({
  deps,
  env,
}: {
  deps: RunServerDeps;
  env: Environment;
}): Promise<void> {
  const { cwd, now, stdout, stderr, stop } = deps;
  const configuration = readConfiguration({ cwd, projectId: env.CLARITY_PROJECT_ID });
  const db = openDatabase({ url: env.DATABASE_URL, cwd });
  try {
    takeOverSettings(db, configuration.projects);
    const defaultProject = defaultProjectId(configuration, env.CLARITY_PROJECT_ID);
    const dashboard = readDashboard();
    const server = buildServer({ db, now, defaultProject, dashboard, log: stderr });
    const address = await server
      .listen({ host: env.HOST, port: env.PORT })
      .catch((error: unknown) => {
        throw listenError(error, env);
      });
    if (!isLoopback(env.HOST)) {
      stderr.write(
        `Warning: HOST is ${env.HOST}, so whoever reaches this machine can read all answers: there is no authentication yet.\n`,
      );
    }
    stdout.write(`clarity-keep-server listens on ${address}, database ${db.path}\n`);
    await aborted(stop);
    const deadline = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await server.close();
    clearTimeout(deadline);
  } finally {
    await db.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

const addressProblems: Record<string, string> = {
  EADDRINUSE:
    'the port is in use. Choose another one with --port or PORT, or stop what listens there',
  EACCES: 'the port needs more rights. Choose one above 1023 with --port or PORT',
  EADDRNOTAVAIL: 'this machine has no such address. Choose another one with --host or HOST',
  ENOTFOUND: 'no such host is known. Choose another one with --host or HOST',
};

function listenError(error: unknown, { HOST, PORT }: Environment): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = addressProblems[code];
  if (problem === undefined) return error;
  return new ConfigurationError(`Cannot listen on ${HOST} port ${PORT}: ${problem}.`, {
    cause: error,
  });
}
