// @module-tag slow
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inABrowser,
  isBrowserMissing,
  launchBrowser,
  openWindow,
  overflow,
  photograph,
  settled,
} from './browser.ts';
import { findBarriers } from './find-barriers.ts';
import { keepReport, WEEK } from './keep-report.ts';
import type { KeptShop } from './kept-shop.ts';
import { keepShop } from './kept-shop.ts';
import type { RunningServer } from './serve-shop.ts';
import { serveShop } from './serve-shop.ts';

/** Narrow and wide, light and dark; what axe looks at differs by both. */
const screens = [
  { width: 360, colorScheme: 'light', rules: 'all' },
  { width: 768, colorScheme: 'light', rules: null },
  { width: 1280, colorScheme: 'dark', rules: 'of-appearance' },
] as const;

const ALL_LINKS = "[...document.querySelectorAll('a[href]')].map(({ href }) => href)";

const checkout = encodeURIComponent('https://shop.example.com/checkout');

/** Every view, and what it is in other hands. */
const addresses: [name: string, address: (shop: KeptShop) => string][] = [
  ['overview', ({ shop }) => `/?project=${shop}`],
  ['overview-signal', ({ shop }) => `/?show=deadClicks&project=${shop}&days=90`],
  ['pages', ({ shop }) => `/pages?project=${shop}`],
  ['pages-by-signals', ({ shop }) => `/pages?rank=signals&project=${shop}`],
  ['page', ({ shop }) => `/page?page=${checkout}&show=rageClicks&project=${shop}`],
  ['visitors', ({ shop }) => `/visitors?project=${shop}`],
  ['visitors-with-bounces', ({ corner }) => `/visitors?project=${corner}`],
  ['coverage', ({ shop }) => `/coverage?project=${shop}`],
  ['reports', ({ shop }) => `/reports?project=${shop}`],
  ['no-reports', ({ corner }) => `/reports?project=${corner}`],
  ['report', ({ shop }) => `/report?week=${WEEK}&project=${shop}`],
  ['digest', ({ shop }) => `/digest?week=${WEEK}&project=${shop}`],
  ['no-digest', ({ shop }) => `/digest?week=2026-W01&project=${shop}`],
  ['no-report', ({ shop }) => `/report?week=2026-W01&project=${shop}`],
  ['status', ({ shop }) => `/status?project=${shop}`],
  ['not-enough-data', ({ corner }) => `/pages?project=${corner}&days=7`],
  ['no-known-day', ({ shop }) => `/?project=${shop}&from=2026-11-14&to=2026-11-15`],
  ['unknown-page', ({ shop }) => `/page?page=%2Fcrat&project=${shop}`],
  ['unknown-project', () => '/?project=nowhere'],
];

describe.skipIf(isBrowserMissing)(`every view, ${inABrowser}`, () => {
  let shop: KeptShop;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    shop = await keepShop();
    await keepReport(shop.cwd, shop.shop);
    server = await serveShop(shop.cwd);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    shop.remove();
  });

  it.each(addresses)('%s fits, can be used by all, and keeps to itself', async (name, address) => {
    const { page, complaints } = await openWindow(browser, { url: server.url });
    await page.goto(address(shop));
    await settled(page);
    for (const { width, colorScheme, rules } of screens) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      // Charts are drawn again once the window has its new width.
      await expect.poll(() => overflow(page), { timeout: 10_000 }).toBe(0);
      await photograph(page, `${name}-${width}-${colorScheme}`);
      expect(rules === null ? [] : await findBarriers(page, rules)).toEqual([]);
    }
    expect(complaints.filter((what) => !isRefusal(what, name))).toEqual([]);
  });

  it('shows what visitors typed as text, and links to nowhere but Clarity', async () => {
    const { page, complaints } = await openWindow(browser, { url: server.url });
    for (const address of [
      `/pages?limit=100&project=${shop.shop}`,
      `/visitors?project=${shop.shop}`,
    ]) {
      await page.goto(address);
      await settled(page);
      const disclosures = page.locator('details > summary');
      for (const summary of await disclosures.all()) await summary.click();
      expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
      const hrefs = await page.evaluate<string[]>(ALL_LINKS);
      const elsewhere = hrefs.filter((href) => new URL(href).origin !== server.url);
      expect(
        elsewhere.filter((href) => !href.startsWith('https://clarity.microsoft.com/')),
      ).toEqual([]);
    }
    expect(await page.locator('main').innerText()).toContain('evil');
    expect(complaints).toEqual([]);
  });
});

/** A browser says by itself on the console that an answer was an error. */
function isRefusal(complaint: string, name: string): boolean {
  const isRefused = ['no-report', 'no-digest', 'unknown-page'].includes(name);
  return isRefused && complaint.includes('404 (Not Found)');
}
