import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** The Chromium of this machine, or null. No test downloads one. */
export function installedChromium(): string | null {
  const { stdout, status } = spawnSync('which', ['chromium'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** Opens a mail as wide as a client shows it. */
export async function openMail(
  browser: Browser,
  { html, width, scheme }: { html: string; width: number; scheme: 'light' | 'dark' },
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    offline: true,
  });
  await page.setContent(html, { waitUntil: 'load' });
  return page;
}
