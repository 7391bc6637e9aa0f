import { openDatabase } from '@clarity-keep/db';
import type { ServerDeps } from '../../src/http/build-server.ts';
import { buildServer } from '../../src/http/build-server.ts';
import { readDashboard } from '../../src/dashboard/read-dashboard.ts';
import { NOW } from './kept-shop.ts';

export interface RunningServer {
  url: string;
  close: () => Promise<void>;
}

/** The server over a database in a directory, with the built dashboard, at the instant of the shop. */
export async function serveShop(
  cwd: string,
  options: Partial<ServerDeps> = {},
): Promise<RunningServer> {
  const dashboard = readDashboard();
  if (dashboard === null) throw new Error('The dashboard is not built. Run "pnpm build" first.');
  const db = openDatabase({ url: 'file:./clarity.db', cwd });
  const server = buildServer({
    db,
    now: () => NOW,
    log: { write: () => undefined },
    dashboard,
    ...options,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    close: async () => {
      await server.close();
      await db.close();
    },
  };
}
