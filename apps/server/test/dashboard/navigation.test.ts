// @module-tag slow
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inABrowser, isBrowserMissing, launchBrowser, openWindow, settled } from './browser.ts';
import { keepReport } from './keep-report.ts';
import type { KeptShop } from './kept-shop.ts';
import { keepShop } from './kept-shop.ts';
import type { RunningServer } from './serve-shop.ts';
import { serveShop } from './serve-shop.ts';

const FOCUSED = `(() => {
  const { activeElement } = document;
  const name = activeElement.getAttribute('aria-label') ?? activeElement.textContent;
  return activeElement.tagName.toLowerCase() + ' ' + name.trim();
})()`;
/** Of what has the focus, or of what stands around it. */
const HAS_RING = `[document.activeElement, document.activeElement.parentElement].some((element) =>
  getComputedStyle(element).outlineStyle !== 'none')`;

describe.skipIf(isBrowserMissing)(`the way around, ${inABrowser}`, () => {
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

  it('is in the address: a view that was gone to is the same when its address is opened', async () => {
    const { page, complaints } = await openWindow(browser, { url: server.url });
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);
    const steps: [string, (page: Page) => Promise<void>][] = [
      [`/?project=${shop.shop}&days=7`, (at) => at.getByRole('link', { name: '7 days' }).click()],
      [
        `/?show=deadClicks&project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: /^Dead clicks/ }).click(),
      ],
      [
        `/pages?project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Pages', exact: true }).click(),
      ],
      [
        `/pages?rank=rate&project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Rate', exact: true }).click(),
      ],
      [
        `/page?page=https%3A%2F%2Fshop.example.com%2Fcheckout&project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: '/checkout', exact: true }).click(),
      ],
      [
        `/visitors?project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Visitors' }).click(),
      ],
      [
        `/coverage?project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Coverage' }).click(),
      ],
      [
        `/reports?project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Reports' }).click(),
      ],
      [
        `/report?week=2026-W47&project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'Week 47 of 2026', exact: true }).click(),
      ],
      [
        `/reports?project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'All reports' }).click(),
      ],
      [
        `/digest?week=2026-W47&project=${shop.shop}&days=7`,
        (at) => at.getByRole('link', { name: 'All projects, Week 47 of 2026' }).click(),
      ],
    ];
    const seen: string[] = [];
    for (const [href, step] of steps) {
      await step(page);
      await settled(page);
      expect(pathOf(page)).toBe(href);
      seen.push(await textOf(page));
    }
    // The reports are come to twice.
    expect(new Set(seen).size).toBe(steps.length - 1);
    for (const [index, [href]] of steps.entries()) {
      await page.goto(href);
      await settled(page);
      expect(await textOf(page)).toBe(seen[index]);
    }
    expect(complaints).toEqual([]);
  });

  it('leads back and forward', async () => {
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);
    const overview = await textOf(page);
    await page.getByRole('link', { name: 'Coverage' }).click();
    await settled(page);
    const coverage = await textOf(page);
    await page.getByRole('link', { name: '7 days' }).click();
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(await textOf(page)).toBe(coverage);
    await page.goBack();
    await settled(page);
    expect(await textOf(page)).toBe(overview);
    await page.goForward();
    await settled(page);
    expect(await textOf(page)).toBe(coverage);
  });

  it('leads from one project to another, of the same view and days', async () => {
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto(`/page?page=%2Fcheckout&days=7&project=${shop.shop}`);
    await settled(page);
    await page.getByLabel('Project').selectOption('Corner Shop');
    await page.getByRole('heading', { name: 'Pages', exact: true }).waitFor();
    expect(pathOf(page)).toBe(`/pages?project=${shop.corner}&days=7`);
  });

  it('can be gone with the keyboard alone', async () => {
    const { page, complaints } = await openWindow(browser, { url: server.url });
    const focused = () => page.evaluate<string>(FOCUSED);
    const press = (key: string) => page.keyboard.press(key);
    /** Presses Tab until this has the focus, and sees to it that the focus can be seen all the way. */
    const tabTo = async (wanted: RegExp) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await press('Tab');
        const where = await focused();
        expect([where, await page.evaluate<boolean>(HAS_RING)]).toEqual([where, true]);
        if (wanted.test(where)) return;
      }
      throw new Error(`Tab does not lead to ${wanted}.`);
    };
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);

    await press('Tab');
    expect(await focused()).toBe('a Skip to the content');
    await press('Enter');
    await tabTo(/^a How the collection is doing/);

    await tabTo(/^input Sessions, day by day/);
    const slider = page.getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Mon 23 Nov 2026: .* complete$/);
    for (let days = 0; days < 7; days += 1) await press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Mon 16 Nov 2026: .* estimated$/);
    await press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'Sun 15 Nov 2026: missing: not collected, so unknown',
    );

    await tabTo(/^summary All days as a table/);
    await press('Enter');
    await page.getByRole('region', { name: 'All days as a table' }).waitFor();
    await tabTo(/^section All days as a table/);

    await tabTo(/^a All pages/);
    await press('Enter');
    await settled(page);
    expect(await focused()).toBe('h1 Pages');
    expect(await page.getByRole('status').last().innerText()).toBe('Pages');
    expect(await page.title()).toBe('Pages – Example Shop – Clarity Keep');

    await tabTo(/^a Rate$/);
    await press('Enter');
    await page.waitForURL(/rank=rate/);
    expect(await focused()).toBe('a Rate');

    await tabTo(/^a \/cart/);
    await press('Enter');
    await settled(page);
    expect(await focused()).toBe('h1 /cart');

    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('summary Other days');
    await press('Enter');
    await tabTo(/^input/);
    // Day and month, in whichever order this machine wants them.
    await page.keyboard.type('11112026');
    await tabTo(/^button Show/);
    await press('Enter');
    await page.waitForURL(/from=2026-11-11&to=2026-11-23/);
    await settled(page);
    expect(await page.locator('main').innerText()).toContain('11 Nov to 23 Nov 2026, 13 days');

    await page.getByRole('button', { name: 'Dark theme' }).focus();
    await press('Space');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.reload();
    await settled(page);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(complaints).toEqual([]);
  });

  it('offers only days that are kept', async () => {
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto(`/?project=${shop.shop}`);
    await settled(page);
    await page.getByText('Other days').click();
    const from = page.getByLabel('From');
    expect([await from.getAttribute('min'), await from.getAttribute('max')]).toEqual([
      '2026-11-06',
      '2026-11-23',
    ]);
    await from.fill('2026-11-01');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(pathOf(page)).toBe(`/?project=${shop.shop}`);
    await page.keyboard.press('Escape');
    expect(await from.isVisible()).toBe(false);
  });
});

function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
}

function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
