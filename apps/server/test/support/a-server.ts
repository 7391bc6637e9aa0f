import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { ClarityKeepClient } from '@clarity-keep/client';
import { createClarityKeepClient } from '@clarity-keep/client';
import type { Database } from '@clarity-keep/db';
import { createApiKey } from '@clarity-keep/db';
import { onTestFinished } from 'vitest';
import type { ServerDeps } from '../../src/http/build-server.ts';
import { buildServer } from '../../src/index.ts';

/** The Monday on which all is asked. */
export const now = (): Date => new Date('2026-11-23T06:00:00Z');

export interface RunningServer {
  url: string;
  port: number;
  client: ClarityKeepClient;
  /** How many are open. */
  connections: () => Promise<number>;
  log: () => string;
  logged: () => Record<string, unknown>[];
}

/** A server on a free port of loopback, until the end of the test. */
export async function aServer(
  db: Database,
  options: Partial<ServerDeps> = {},
): Promise<RunningServer> {
  const lines: string[] = [];
  const log = { write: (line: string) => lines.push(line) };
  const server = buildServer({ db, now, log, ...options });
  onTestFinished(async () => {
    server.server.closeAllConnections();
    await server.close();
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const isOurs = (line: string) => !line.includes('Server listening');
  return {
    url,
    port: Number(new URL(url).port),
    client: createClarityKeepClient({ url }),
    connections: async () => promisify(server.server.getConnections.bind(server.server))(),
    log: () => lines.filter(isOurs).join(''),
    logged: () => lines.filter(isOurs).map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

/** A new key, as whoever made it holds it. */
export function aKey(
  db: Database,
  {
    name = 'dashboard',
    projects = null,
    expiresAt = null,
  }: { name?: string; projects?: string[] | null; expiresAt?: Date | null } = {},
): string {
  return createApiKey(db, { name, projects, expiresAt }, { now: now(), randomBytes });
}

export interface Told {
  status: number;
  headers: Headers;
  body: unknown;
}

/** One GET, with what came back as JSON. */
export async function told(url: string, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(url, { headers: { connection: 'close', ...headers } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The same, with a key. */
export function toldWith(key: string, url: string): Promise<Told> {
  return told(url, { authorization: `Bearer ${key}` });
}

/** Where a question is asked with curl. */
export function questionUrl(url: string, procedure: string, input?: unknown): string {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return `${url}/trpc/${procedure}${query}`;
}

/** Bytes as they are, and all that comes back until the server closes. */
export async function sentRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  // A server that closes while it is written to is what some tests are about.
  socket.on('error', () => undefined);
  socket.write(bytes);
  return text(socket).catch(() => '');
}
