// @module-tag slow
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readDashboard } from '../../src/dashboard/read-dashboard.ts';
import { aServer } from '../support/a-server.ts';
import { aFilledDatabase } from '../support/kept.ts';
import { aBuiltDashboard } from './a-built-dashboard.ts';
import { inABrowser, isBrowserMissing, launchBrowser } from './browser.ts';

/** A built page that asks one question by itself. */
const ASKING =
  "fetch('/trpc/projects.list').then(({ status }) => { document.title = 'asked ' + status; });";

describe.skipIf(isBrowserMissing)(`a page on another port, ${inABrowser}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  it('has no question worked out, by whatever way it asks', async () => {
    const { url, logged } = await aWatchedServer();
    const question = (way: string) => `${url}/trpc/projects.list?way=${way}`;
    const ways = ['img', 'script', 'style', 'iframe', 'object', 'form', 'post', 'fetch', 'cors'];
    const site = await aSite(`
      <img src="${question('img')}"><script src="${question('script')}"></script>
      <link rel="stylesheet" href="${question('style')}"><iframe src="${question('iframe')}"></iframe>
      <object data="${question('object')}"></object><iframe name="a"></iframe><iframe name="b"></iframe>
      <form action="${url}/trpc/projects.list" target="a"><input name="way" value="form"></form>
      <form action="${question('post')}" method="post" target="b"></form>
      <script>
        for (const form of document.forms) form.submit();
        fetch('${question('fetch')}', { mode: 'no-cors' }).catch(() => undefined);
        fetch('${question('cors')}', { headers: { authorization: 'Bearer x' } }).catch(() => undefined);
        new EventSource('${question('events')}');
        new WebSocket('${question('socket').replace('http', 'ws')}');
      </script>`);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(site);
    const asked = () => logged().filter(({ path }) => path === '/trpc/projects.list');
    await vi.waitFor(() => expect(asked().length).toBeGreaterThanOrEqual(ways.length + 2), 15_000);
    expect(new Set(asked().map(({ status }) => status))).toEqual(new Set([403]));
  });

  it('leads to the dashboard by a link, which then asks by itself', async () => {
    const { url, logged } = await aWatchedServer();
    const site = await aSite(`<a href="${url}/pages">pages</a>`);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(site);
    await page.click('a');
    await vi.waitFor(async () => expect(await page.title()).toBe('asked 200'), 30_000);
    expect(logged().find(({ path }) => path === '/pages')).toMatchObject({ status: 200 });
  });

  it('leads nowhere by a link to a question', async () => {
    const { url, logged } = await aWatchedServer();
    const site = await aSite(`<a href="${url}/trpc/projects.list">numbers</a>`);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(site);
    await page.click('a');
    await vi.waitFor(() =>
      expect(logged().find(({ path }) => path === '/trpc/projects.list')).toMatchObject({
        status: 403,
      }),
    );
  });
});

async function aWatchedServer() {
  const dashboard = new Map(readDashboard([aBuiltDashboard()]));
  const script = dashboard.get('/assets/index-Ab12.js');
  if (script === undefined) throw new Error('The dashboard has no script.');
  dashboard.set('/assets/index-Ab12.js', {
    ...script,
    body: Buffer.from(ASKING),
    gzipped: gzipSync(ASKING),
  });
  const { port, logged } = await aServer(aFilledDatabase(), { dashboard });
  return { url: `http://localhost:${port}`, logged };
}

/** A site of its own, on another port of this machine. */
async function aSite(body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Elsewhere</title>${body}`);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}
