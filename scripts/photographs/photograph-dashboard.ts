import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';

const photographs = [
  { name: 'overview', path: '/', width: 1_280, height: 1_000, scheme: 'light' },
  {
    name: 'page',
    path: '/page?page=https%3A%2F%2Fshop.example.com%2Fcheckout&show=rageClicks',
    width: 1_280,
    height: 1_000,
    scheme: 'dark',
  },
  { name: 'phone', path: '/pages', width: 390, height: 844, scheme: 'light' },
] as const;

/**
 * Photographs the dashboard over the database of the demo into a folder, and returns the names of the
 * files. Both the demo and the build have to have run.
 */
export async function photographDashboard({
  browser,
  root,
  folder,
}: {
  browser: Browser;
  root: string;
  folder: string;
}): Promise<string[]> {
  const database = join(root, 'demo/clarity.db');
  if (!existsSync(database))
    throw new Error('Run "npm run demo" first: there is no demo/clarity.db.');
  const main = join(root, 'apps/server/src/main.ts');
  const server = spawn(process.execPath, [main, '--port', '0'], {
    env: { DATABASE_URL: `file:${database}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await listeningUrl(server.stdout);
    const names: string[] = [];
    for (const { name, path, width, height, scheme } of photographs) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      await page.goto(`${url}${path}`);
      await page.locator('h1').waitFor();
      await page.getByText('Loading').first().waitFor({ state: 'detached' });
      const file = `dashboard-${name}.png`;
      await page.screenshot({ path: join(folder, file) });
      names.push(file);
    }
    return names;
  } finally {
    server.kill();
  }
}

async function listeningUrl(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const [url] = /http:\/\/[^\s,]+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The server did not start. Run "pnpm build" first.');
}
