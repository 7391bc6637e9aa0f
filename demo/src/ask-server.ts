import { createInterface } from 'node:readline';
import { createClarityKeepClient } from '@clarity-keep/client';
import type { ClarityKeepClient } from '@clarity-keep/client';
import { startApp } from './run-app.ts';

type Pages = Awaited<ReturnType<ClarityKeepClient['pages']['frustration']['query']>>;

/** Starts the server as a process, asks it through the typed client, and stops it. */
export async function askServer({
  cwd,
  variables,
}: {
  cwd: string;
  variables: Record<string, string | undefined>;
}): Promise<{ url: string; pages: Pages }> {
  const server = startApp({ app: 'server', args: ['--port', '0'], cwd, variables });
  const stopped = new Promise((resolve) => {
    server.on('close', resolve);
  });
  try {
    const url = await listeningUrl(server);
    const client = createClarityKeepClient({ url });
    return { url, pages: await client.pages.frustration.query({ limit: 5 }) };
  } finally {
    server.kill('SIGTERM');
    await stopped;
  }
}

async function listeningUrl({ stdout, stderr }: ReturnType<typeof startApp>): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('The server has no output.');
  let errors = '';
  stderr.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/[^\s,]+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`The server did not start:\n${errors}`);
}
