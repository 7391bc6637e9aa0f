import type { Readable, Writable } from 'node:stream';
import { jsonLine } from '@clarity-keep/command-line';
import { newSettings, openForReading } from '@clarity-keep/db';
import type { Configuration, Variables } from '@clarity-keep/environment';
import {
  defaultProjectId,
  projectOfEnvironment,
  readConfiguration,
} from '@clarity-keep/environment';
import { questionGate } from '@clarity-keep/queries';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Environment } from '../env.ts';
import { buildMcpServer } from './build-mcp-server.ts';
import { outlookOf } from '../outlook/outlook-of.ts';
import { lineTransport } from './transport/line-transport.ts';
import { projectScope } from './project-scope.ts';

export interface AssistantDeps {
  cwd: string;
  now: () => Date;
  stdin: Readable;
  stdout: Writable;
  stderr: { write(text: string): unknown };
  /** Starts listening for what stops the server; the process exits within so many milliseconds after that. */
  stopSignal: (withinMs: number) => AbortSignal;
}

/** Nothing is written here, so nothing has to come to its end. */
const END_MS = 3_000;

/**
 * Answers one assistant over standard input and output until the input ends or it is stopped. It
 * reads the database, and can write nothing to it.
 *
 * @throws DatabaseError without a database this version can read, QueryError when a named project is not in it.
 */
export async function answerAssistant({
  deps,
  env,
  variables,
  projects: named,
}: {
  deps: AssistantDeps;
  env: Pick<Environment, 'DATABASE_URL' | 'CLARITY_PROJECT_ID'>;
  /** Those of `.env` as well; tokens are among them. */
  variables: Variables;
  /** Ids or names of the projects that the assistant may know of; none for those that are described. */
  projects: readonly string[];
}): Promise<void> {
  const { cwd, now, stdin, stdout, stderr } = deps;
  const described = readConfiguration({ cwd, projectId: undefined });
  const db = openForReading({ url: env.DATABASE_URL, cwd });
  try {
    const scope = projectScope(
      { db, now: now() },
      {
        named,
        described: described.projects.map(({ id }) => id),
        defaultProject: defaultProjectId(described, env.CLARITY_PROJECT_ID),
      },
    );
    const which = scope.allowedProjects?.join(', ') ?? 'all projects';
    stderr.write(`clarity-keep-server mcp answers about ${which} of ${db.path}\n`);
    const waiting = newSettings(db, described.projects);
    if (waiting.length > 0) {
      stderr.write(
        `clarity-keep.json has another name or other weights for ${waiting.join(', ')} than the database, which is ` +
          'read-only here. Run "clarity-keep status" once to apply them.\n',
      );
    }
    const outlook = outlookOf(db, withDefaultProject(described, env), variables);
    const gate = questionGate();
    const transport = lineTransport({ input: stdin, output: stdout });
    const handle = serveStdio(
      () => buildMcpServer({ db, now, scope, outlook, gate, log: stderr }),
      {
        transport,
        // Its message may quote what was asked.
        onerror: ({ name }) => stderr.write(`${jsonLine({ time: now(), protocolError: name })}\n`),
      },
    );
    const stop = deps.stopSignal(END_MS);
    stop.addEventListener('abort', () => void handle.close(), { once: true });
    if (stop.aborted) await handle.close();
    await transport.closed;
  } finally {
    await db.close();
  }
}

/** Where no project is described, the one of the environment is collected. */
function withDefaultProject(
  described: Configuration,
  { CLARITY_PROJECT_ID: id }: Pick<Environment, 'CLARITY_PROJECT_ID'>,
): Configuration {
  if (described.projects.length > 0 || id === undefined) return described;
  return { ...described, projects: [projectOfEnvironment(id, undefined)] };
}
