import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** Parts of the mail as clients show them, from a heading or the top on, in CSS pixels. */
const photographs = [
  { name: 'desktop', from: null, width: 680, height: 1_120, scheme: 'light', density: 1.25 },
  {
    name: 'dark',
    from: /^The last \d+ weeks/,
    width: 680,
    height: 1_240,
    scheme: 'dark',
    density: 1.25,
  },
  { name: 'phone', from: null, width: 360, height: 1_120, scheme: 'light', density: 1.5 },
] as const;

/** Photographs the sample of the weekly report into a folder, and returns the names of the files. */
export async function photographReport({
  browser,
  root,
  folder,
}: {
  browser: Browser;
  root: string;
  folder: string;
}): Promise<string[]> {
  const preview = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  const app = join(root, 'apps/weekly-report/src/main.ts');
  execFileSync(process.execPath, [app, 'preview', '--sample', '--out', preview]);
  const names: string[] = [];
  for (const { name, from, width, height, scheme, density } of photographs) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme,
      deviceScaleFactor: density,
      offline: true,
    });
    await page.goto(pathToFileURL(join(preview, 'weekly-report.html')).href);
    const heading = from === null ? null : await page.getByText(from).first().boundingBox();
    const clip = { x: 0, y: heading?.y ?? 0, width, height };
    const file = `weekly-report-${name}.png`;
    await page.screenshot({ path: join(folder, file), clip, fullPage: true });
    names.push(file);
  }
  rmSync(preview, { recursive: true });
  return names;
}
