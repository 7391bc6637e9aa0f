import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { withPictures } from '../apps/weekly-report/src/commands/write-preview.ts';
import { renderReport } from '../apps/weekly-report/src/mail/render-report.ts';
import { sampleReport } from '../apps/weekly-report/src/sample/sample-report.ts';

/**
 * Photographs the sample of the weekly report for the README, with the Chromium of this machine:
 *
 *     pnpm photograph
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/images');

/** Parts of the mail as clients show them, from a heading or the top on, in CSS pixels. */
const photographs = [
  { name: 'desktop', from: null, width: 680, height: 1_120, scheme: 'light', density: 1.25 },
  {
    name: 'dark',
    from: 'The last 8 weeks',
    width: 680,
    height: 1_240,
    scheme: 'dark',
    density: 1.25,
  },
  { name: 'phone', from: null, width: 360, height: 1_120, scheme: 'light', density: 1.5 },
] as const;

const mail = await renderReport(sampleReport(), { isSample: true });
const browser = await chromium.launch({
  executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
mkdirSync(folder, { recursive: true });
for (const { name, from, width, height, scheme, density } of photographs) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    deviceScaleFactor: density,
    offline: true,
  });
  await page.setContent(withPictures(mail), { waitUntil: 'load' });
  const path = join(folder, `weekly-report-${name}.png`);
  const heading = from === null ? null : await page.getByText(from, { exact: true }).boundingBox();
  const clip = { x: 0, y: heading?.y ?? 0, width, height };
  await page.screenshot({ path, clip, fullPage: true });
  process.stdout.write(`${relative(root, path)}, ${Math.round(statSync(path).size / 1_000)} kB\n`);
}
await browser.close();
