import { createHash } from 'node:crypto';
import type { Database } from '@clarity-keep/db';
import {
  DIGEST_SCOPE,
  freezeReportIssue,
  listUnsubscribed,
  openDatabase,
  scheduleDeliveries,
  unsubscribeToken,
} from '@clarity-keep/db';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServerDeps } from '../src/http/build-server.ts';
import { buildServer } from '../src/index.ts';
import { aFilledDatabase } from './support/kept.ts';

const now = new Date('2026-11-23T06:00:00.000Z');
const anna = 'anna@shop.example';
type Body = NonNullable<RequestInit['body']> | null;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A server over a shop whose report, or the digest, was sent to Anna, and Anna's link. */
async function aLink(scope = 'wxb0r23ozh', options: Partial<ServerDeps> = {}) {
  const db = aFilledDatabase();
  const mail = Buffer.from('mail');
  const issue = await freezeReportIssue(db, { scope, week: '2026-W47', model: '{}', mail, now });
  const recipients = [{ recipient: anna, messageId: '<1@shop.example>' }];
  await scheduleDeliveries(db, { issueId: issue.id, recipients, now });
  const token = unsubscribeToken(db, { scope, recipient: anna, now });
  const { url, log } = await aServer(db, options);
  return { db, token, url, link: `${url}/unsubscribe/${token}`, log };
}

async function aServer(db: Database, options: Partial<ServerDeps> = {}) {
  const lines: string[] = [];
  const log = { write: (line: string) => lines.push(line) };
  const server = buildServer({ db, now: () => now, log, ...options });
  onTestFinished(() => server.close());
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, log: () => lines.join('') };
}

const post = (link: string, body: Body, headers: Record<string, string> = {}) =>
  fetch(link, { method: 'POST', body, headers });

describe('a link in a mail', () => {
  it('needs no key and may come through a proxy, and is counted all the same', async () => {
    const { link } = await aLink('wxb0r23ozh', { isKeyRequired: true, requestsAMinute: 2 });
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const answers: [number, string | null][] = [];
    for (let asked = 0; asked < 3; asked += 1) {
      const { status, headers: said } = await fetch(link, { headers });
      answers.push([status, said.get('content-type')]);
    }
    const html = 'text/html; charset=utf-8';
    expect(answers).toEqual([
      [200, html],
      [200, html],
      [429, html],
    ]);
  });
});

describe('POST /unsubscribe/TOKEN while another process writes', () => {
  it('waits for it, answers others meanwhile, and is not lost', async () => {
    const { db, url, link } = await aLink();
    db.sql.pragma('busy_timeout = 1');
    const importing = openDatabase({ url: `file:${db.path}`, cwd: '/' });
    onTestFinished(() => importing.close());
    importing.sql.exec('BEGIN IMMEDIATE');
    const unsubscribing = post(link, 'List-Unsubscribe=One-Click', FORM);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(listUnsubscribed(db)).toEqual([]);
    importing.sql.exec('COMMIT');
    expect((await unsubscribing).status).toBe(200);
    expect(listUnsubscribed(db)).toMatchObject([{ recipient: anna }]);
  });
});

describe('GET /unsubscribe/TOKEN', () => {
  it('asks, and changes nothing, however often', async () => {
    const { db, link } = await aLink();
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await fetch(link, { method })).status).toBe(200);
    }
    const text = await (await fetch(link)).text();
    expect(text).toContain('<h1>Stop the weekly report of Shop?</h1>');
    expect(text).toMatch(/<form method="post">[^]*<button type="submit">Unsubscribe<\/button>/);
    expect(text).not.toContain('anna');
    expect(listUnsubscribed(db)).toEqual([]);
  });

  it('needs nothing from elsewhere, runs nothing, and is kept by nobody', async () => {
    const { link } = await aLink();
    const response = await fetch(link);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import| style="| on\w+=/i);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('shows the name of a project as text, whatever is in it', async () => {
    const { db, link } = await aLink();
    const name = `<script>alert("1")</script> & 'co'\u202e\u0007`;
    db.sql.prepare('UPDATE projects SET name = ?').run(name);
    const html = await (await fetch(link)).text();
    expect(html).toContain(
      '<h1>Stop the weekly report of &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;\uFFFD\uFFFD?</h1>',
    );
  });

  it('says so when it is done already', async () => {
    const { link } = await aLink(DIGEST_SCOPE);
    expect(await (await fetch(link)).text()).toContain('Stop the weekly digest?');
    await post(link, null);
    const html = await (await fetch(link)).text();
    expect(html).toContain('You are unsubscribed');
    expect(html).toContain('no longer receive the weekly digest');
    expect(html).not.toContain('<form');
  });
});

describe('POST /unsubscribe/TOKEN', () => {
  const formData = new FormData();
  formData.append('List-Unsubscribe', 'One-Click');

  it.each<[string, Body, Record<string, string>]>([
    ['a mail program, urlencoded', 'List-Unsubscribe=One-Click', FORM],
    ['a mail program, multipart', formData, {}],
    ['the form of the page', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), {}],
    ['a program that sends nothing with it', null, {}],
    ['a program that says it wrongly', '{"', { 'content-type': 'application/json' }],
  ])('unsubscribes for %s', async (_who, body, headers) => {
    const { db, link } = await aLink();
    const response = await post(link, body, headers);
    expect([response.status, response.redirected]).toEqual([200, false]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('You are unsubscribed');
    expect(listUnsubscribed(db)).toEqual([
      { scope: 'wxb0r23ozh', recipient: anna, unsubscribedAt: now },
    ]);
  });

  it('does it once, and says the same again', async () => {
    const { db, link } = await aLink();
    const pages = [await post(link, null), await post(link, null)];
    expect(await Promise.all(pages.map((page) => page.text()))).toEqual([
      expect.stringContaining('You are unsubscribed'),
      expect.stringContaining('You are unsubscribed'),
    ]);
    expect(listUnsubscribed(db)).toHaveLength(1);
  });

  it('takes no body that is longer than anybody needs', async () => {
    const { db, link } = await aLink();
    const response = await post(link, 'x'.repeat(17_000), FORM);
    expect(response.status).toBe(413);
    expect(listUnsubscribed(db)).toEqual([]);
  });

  it('does not say that it is done when the database fails', async () => {
    const { db, link, log } = await aLink();
    db.sql.exec('DROP TABLE report_unsubscribes');
    const response = await post(link, null);
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('Nothing has changed');
    expect(html).not.toMatch(/sqlite|no such table/i);
    expect(log()).toContain('no such table: report_unsubscribes');
  });
});

describe('a wrong token', () => {
  it('gets a page that tells nothing, and changes nothing', async () => {
    const { db, url, token } = await aLink();
    const wrong = [`${token}x`, token.slice(0, -1), 'v1.AAAA', '%00', '..%2f', 'v1', '💥'];
    for (const text of wrong) {
      const link = `${url}/unsubscribe/${text}`;
      const responses = [await fetch(link), await post(link, 'List-Unsubscribe=One-Click', FORM)];
      expect([text, ...responses.map(({ status }) => status)]).toEqual([text, 404, 404]);
      const html = await responses[0]?.text();
      expect(html).toContain('This link does not work');
      expect(html).not.toContain('Shop');
      expect(responses[0]?.headers.get('cache-control')).toBe('no-store');
    }
    expect(listUnsubscribed(db)).toEqual([]);
  });

  it('is wrong where nothing was ever sent', async () => {
    const { url } = await aServer(aFilledDatabase());
    expect((await fetch(`${url}/unsubscribe/v1.${'A'.repeat(43)}`)).status).toBe(404);
  });
});

describe('the log of a link', () => {
  it('never has the token', async () => {
    const { url, token, link, log } = await aLink();
    await fetch(link);
    await post(link, null);
    for (const path of [
      `/unsubscribe/${token}/`,
      `/unsubscribe/${token}?x=${token}`,
      `/keep/unsubscribe/${token}`,
      `/%75nsubscribe/${token}`,
      `/unsubscribe%2F${token}`,
      `//unsubscribe/${token}`,
      `/Unsubscribe/${token}`,
    ]) {
      await fetch(url + path);
    }
    const paths = log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path?: string })
      .flatMap(({ path }) => path ?? []);
    expect(paths).toHaveLength(9);
    expect(paths.slice(0, 2)).toEqual(['/unsubscribe/...', '/unsubscribe/...']);
    expect(log()).not.toContain(token);
    expect(log()).not.toContain(token.slice(3, 20));
  });
});
