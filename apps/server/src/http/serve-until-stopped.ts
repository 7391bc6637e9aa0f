import { Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { openDatabase, takeOverSettings } from '@clarity-keep/db';
import type { Variables } from '@clarity-keep/environment';
import { ConfigurationError, defaultProjectId, readConfiguration } from '@clarity-keep/environment';
import { requireUsableKey } from '../access/require-usable-key.ts';
import { buildServer } from './build-server.ts';
import type { CliDeps } from '../cli-deps.ts';
import { outlookOf } from '../outlook/outlook-of.ts';
import { readDashboard } from '../dashboard/read-dashboard.ts';
import type { Environment } from '../env.ts';

/** Milliseconds in which requests are read that had arrived when the server was told to stop. */
const LAST_REQUESTS_MS = 300;

/** Milliseconds that running requests get when the server stops, and in which it ends for sure. */
const GRACE_MS = 5_000;
const END_MS = 8_000;

/** Milliseconds that a write waits for another program: no other request is answered meanwhile. */
const PATIENCE_MS = 1_000;

/** Unless told otherwise, and not where programs of this machine ask without a key. */
const REQUESTS_A_MINUTE = 600;

/**
 * Serves until told to stop, then finishes running requests.
 *
 * @throws ConfigurationError when the projects are described wrongly, the server would be open to others without
 *   a key, or the address cannot be listened on.
 */
export async function serveUntilStopped({
  deps,
  env,
  variables,
}: {
  deps: Omit<CliDeps, 'variables' | 'randomBytes' | 'exitWithin'>;
  env: Environment;
  /** Those of `.env` as well; tokens are among them. */
  variables: Variables;
}): Promise<void> {
  const { cwd, now, stdout, stderr } = deps;
  const configuration = readConfiguration({ cwd, projectId: env.CLARITY_PROJECT_ID });
  const db = openDatabase({ url: env.DATABASE_URL, cwd });
  try {
    takeOverSettings(db, configuration.projects);
    const defaultProject = defaultProjectId(configuration, env.CLARITY_PROJECT_ID);
    const isKeyRequired = requireUsableKey(db, {
      host: env.HOST,
      isWanted: env.REQUIRE_API_KEY,
      now: now(),
    });
    db.sql.pragma(`busy_timeout = ${PATIENCE_MS}`);
    const server = buildServer({
      db,
      now,
      defaultProject,
      outlook: outlookOf(db, configuration, variables),
      log: stderr,
      isKeyRequired,
      requestsAMinute: env.RATE_LIMIT ?? (isKeyRequired ? REQUESTS_A_MINUTE : 0),
      publicUrl: env.PUBLIC_URL,
      corsOrigins: env.CORS_ORIGINS,
      dashboard: readDashboard(),
    });
    // From here on there are requests to bring to an end.
    const stop = deps.stopSignal(END_MS);
    server.addHook('onRequest', async (_request, reply) => {
      if (stop.aborted) reply.header('connection', 'close');
    });
    const address = await server
      .listen({ host: env.HOST, port: env.PORT })
      .catch((error: unknown) => {
        throw listenError(error, env);
      });
    stdout.write(`clarity-keep-server listens on ${address}, database ${db.path}\n`);
    await aborted(stop);
    // A connection with an unread request looks idle, and the server's own close would end it as
    // such: that of TCP only takes no new ones.
    Server.prototype.close.call(server.server);
    await setTimeout(LAST_REQUESTS_MS);
    const deadline = globalThis.setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
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

const addressProblems: Record<string, string> = {
  EADDRINUSE:
    'the port is in use. Choose another with --port or PORT, or stop the program that uses it',
  EACCES: 'this user may not use the port. Choose one above 1023 with --port or PORT',
  EADDRNOTAVAIL: 'this machine does not have that address. Choose another with --host or HOST',
  ENOTFOUND: 'unknown host. Choose another with --host or HOST',
};

function listenError(error: unknown, { HOST, PORT }: Environment): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = addressProblems[code];
  if (problem === undefined) return error;
  return new ConfigurationError(`Cannot listen on ${HOST} port ${PORT}: ${problem}.`, {
    cause: error,
  });
}
