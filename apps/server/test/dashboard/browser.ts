import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from './find-chromium.ts';

const executablePath = findChromium();

export const isBrowserMissing = executablePath === null;

/** Said where the tests in a browser are skipped. */
export const inABrowser = isBrowserMissing
  ? 'in a browser (skipped: this machine has no chromium on its PATH)'
  : 'in a browser';

// What runs in the browser is text: this package knows no types of the DOM.
const TELL_OF_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  complainOf('violated ' + event.violatedDirective + ': ' + event.blockedURI));`;
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Where photographs go. */
const album = join(import.meta.dirname, '../../../../.vitest/dashboard');

export function launchBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error('This machine has no chromium.');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args });
}

export interface WatchedPage {
  page: Page;
  /**
   * What must never happen: requests to elsewhere, messages on the console, errors, violations of the
   * policy.
   */
  complaints: string[];
}

/** A window of its own, with what goes wrong in it. */
export async function openWindow(
  browser: Browser,
  { url, ...options }: BrowserContextOptions & { url: string },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: url,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  });
  onTestFinished(() => context.close());
  const complaints: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== url) complaints.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.exposeFunction('complainOf', (what: string) => complaints.push(what));
  await page.addInitScript(TELL_OF_VIOLATIONS);
  return { page, complaints };
}

/** Waits until a view has all its answers. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  const unsettled = page.locator('[aria-busy="true"], [class*="skeleton"]');
  await unsettled.first().waitFor({ state: 'detached' });
}

/** Keeps a photograph of the whole page for whoever wants to look, and has set PHOTOGRAPHS. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (process.env['PHOTOGRAPHS'] === undefined) return;
  mkdirSync(album, { recursive: true });
  await page.screenshot({ path: join(album, `${name}.png`), fullPage: true });
}

/** Pixels that a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(OVERFLOW);
}
