import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './photographs/open-browser.ts';
import { photographDashboard } from './photographs/photograph-dashboard.ts';
import { photographReport } from './photographs/photograph-report.ts';

/**
 * Takes the pictures of the documentation, with the Chromium of this machine, after `npm run demo` and
 * `pnpm build`:
 *
 *     pnpm photograph
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/images');
const browser = await openBrowser();
try {
  const studio = { browser, root, folder };
  for (const name of [
    ...(await photographReport(studio)),
    ...(await photographDashboard(studio)),
  ]) {
    process.stdout.write(`${name}, ${Math.round(statSync(join(folder, name)).size / 1_000)} kB\n`);
  }
} finally {
  await browser.close();
}
