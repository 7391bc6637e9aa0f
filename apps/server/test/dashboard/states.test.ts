// @module-tag slow
import { randomBytes } from 'node:crypto';
import { createApiKey, openDatabase } from '@clarity-keep/db';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDirectory } from '../kept.ts';
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
import type { KeptShop } from './kept-shop.ts';
import { keepShop, NOW } from './kept-shop.ts';
import { serveShop } from './serve-shop.ts';

const PHONE = { width: 360, height: 740 };

describe.skipIf(isBrowserMissing)(`where there are no numbers, ${inABrowser}`, () => {
  let shop: KeptShop;
  let browser: Browser;

  beforeAll(async () => {
    shop = await keepShop();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    shop.remove();
  });

  it('says what to run before anything is collected', async () => {
    const cwd = aDirectory();
    await using server = await serving(cwd);
    const { page, complaints } = await openWindow(browser, { url: server.url, viewport: PHONE });
    await page.goto('/pages');
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('clarity-keep collect');
    await photograph(page, 'nothing-collected');
    expect([await overflow(page), await findBarriers(page), complaints]).toEqual([0, [], []]);
  });

  it('says what to run for a project of which no day is known', async () => {
    const cwd = aDirectory();
    const db = openDatabase({ url: 'file:./clarity.db', cwd });
    db.sql.exec(`INSERT INTO projects (id, name, time_zone, created_at)
      VALUES ('wxb0r23ozh', 'Fresh Shop', 'UTC', '2026-11-01T08:00:00.000+00:00')`);
    await db.close();
    await using server = await serving(cwd);
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto('/');
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('No day of Fresh Shop is known.');
    await photograph(page, 'no-day-known');
  });

  it('keeps room for an answer that is on its way', async () => {
    await using server = await serving(shop.cwd);
    const { page, complaints } = await openWindow(browser, { url: server.url });
    const held = Promise.withResolvers<void>();
    await page.route(/\/trpc\/(?!projects\.list)/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`/?project=${shop.shop}`);
    await page.getByRole('heading', { name: 'Day by day, the whole site' }).waitFor();
    expect(await page.getByText('Loading').count()).toBeGreaterThan(0);
    await photograph(page, 'loading');
    expect(await findBarriers(page)).toEqual([]);
    held.resolve();
    await settled(page);
    expect(await page.getByTestId('trend').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('says that the server is gone, and asks again when told to', async () => {
    await using server = await serving(shop.cwd);
    const { page } = await openWindow(browser, { url: server.url, viewport: PHONE });
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);
    await page.route(/\/trpc\//, (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: '7 days' }).click();
    const notes = page.getByText('Is clarity-keep-server still running?');
    await notes.first().waitFor();
    await photograph(page, 'server-gone');
    expect([await overflow(page), await findBarriers(page)]).toEqual([0, []]);
    await page.unroute(/\/trpc\//);
    await page.getByRole('button', { name: 'Ask again' }).first().click();
    await notes.first().waitFor({ state: 'detached' });
    await page.getByTestId('trend').waitFor();
  });

  it('says what the server says of a defect, and no more', async () => {
    await using server = await serving(shop.cwd);
    const { page } = await openWindow(browser, { url: server.url });
    const error = { message: 'Internal server error', code: -32_603, data: { httpStatus: 500 } };
    await page.route(/\/trpc\//, (route) =>
      route.fulfill({ status: 500, body: JSON.stringify([{ error }]) }),
    );
    await page.goto('/');
    await page.getByText('Internal server error').waitFor();
    expect(await page.getByRole('button', { name: 'Ask again' }).count()).toBe(1);
  });

  it('offers to load the page anew when a part of it is gone', async () => {
    await using server = await serving(shop.cwd);
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);
    await page.route(/coverage-view/, (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByText('This view could not be shown.').waitFor();
    await page.unroute(/coverage-view/);
    await page.getByRole('button', { name: 'Load the page anew' }).click();
    await page.getByRole('heading', { name: 'Coverage', exact: true }).waitFor();
    expect(await page.getByText('This view could not be shown.').count()).toBe(0);
  });

  it('asks for a key where the server wants one, and keeps it in the tab alone', async () => {
    const db = openDatabase({ url: 'file:./clarity.db', cwd: shop.cwd });
    const newKey = { name: 'dashboard', projects: [shop.corner], expiresAt: null };
    const key = createApiKey(db, newKey, { now: NOW, randomBytes });
    await db.close();
    await using server = await serving(shop.cwd, { isKeyRequired: true });
    const { page, complaints } = await openWindow(browser, { url: server.url, viewport: PHONE });
    await page.goto('/pages?days=7');
    const field = page.getByLabel('API key');
    await field.waitFor();
    await photograph(page, 'key-wanted');
    expect([await overflow(page), await findBarriers(page)]).toEqual([0, []]);

    await page.keyboard.type('ck_wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The server does not take this key').waitFor();
    await photograph(page, 'key-refused');

    await field.fill('no key ☃');
    await page.keyboard.press('Enter');
    await page.getByText('The server does not take this key').waitFor();

    await field.fill(key);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(new URL(page.url()).search).toBe('?days=7');
    // The only project that the key is for.
    expect(await page.getByRole('banner').innerText()).toContain('Corner Shop');
    await page.reload();
    await settled(page);
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('ck_');
    expect(await page.context().cookies()).toEqual([]);

    await page.getByRole('button', { name: 'Forget key' }).click();
    await field.waitFor();
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('ck_');
    expect(complaints.filter((what) => !what.includes('401 (Unauthorized)'))).toEqual([]);
  });
});

/** A server that is closed at the end of a block. */
async function serving(
  ...input: Parameters<typeof serveShop>
): Promise<{ url: string } & AsyncDisposable> {
  const { url, close } = await serveShop(...input);
  return { url, [Symbol.asyncDispose]: close };
}
