// @module-tag slow
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inABrowser, isBrowserMissing, launchBrowser, openWindow, settled } from './browser.ts';
import type { KeptShop } from './kept-shop.ts';
import { keepShop } from './kept-shop.ts';
import type { RunningServer } from './serve-shop.ts';
import { serveShop } from './serve-shop.ts';
import { boxOf, cells, count, impact, part, percent, rate } from './shown-numbers.ts';

const signals = [
  'rageClicks',
  'deadClicks',
  'errorClicks',
  'scriptErrors',
  'quickbackClicks',
  'excessiveScrolls',
] as const;

type Counts = Record<(typeof signals)[number], { events: number | null; rate: number | null }>;

/** What `clarity-keep query ... --json` prints, as far as it is looked at here. */
interface Answer<Row> {
  coverage: Record<'complete' | 'estimated' | 'truncated' | 'missing', string[]>;
  rows: Row[];
}

/** What is shown of a page beside its name. */
function pageCells(row: PageRow, rank: 'impact' | 'rate' | 'signals'): string[] {
  const shown = signals.map((signal) =>
    rank === 'signals' ? count(row.signals[signal].events) : rate(row.signals[signal].rate),
  );
  return [count(row.sessions), impact(row.impact), ...shown];
}

interface PageRow {
  rank: number | null;
  sessions: number;
  impact: number | null;
  signals: Counts;
}

describe.skipIf(isBrowserMissing)(`the numbers, ${inABrowser}`, () => {
  let shop: KeptShop;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    shop = await keepShop();
    server = await serveShop(shop.cwd);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    shop.remove();
  });

  const query = async <Row>(project: string, question: string[]) =>
    (await shop.ask('query', ...question, '--project', project)) as Answer<Row>;

  async function look(path: string, project: string): Promise<Page> {
    const { page } = await openWindow(browser, { url: server.url });
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}project=${project}`);
    await settled(page);
    return page;
  }

  it.each(['impact', 'rate', 'signals'] as const)(
    'of pages by %s are those of the command line, and those without enough data stand apart',
    async (rank) => {
      const { rows } = await query<PageRow>(shop.shop, [
        'pages',
        '--days',
        '28',
        '--rank',
        rank,
        '--limit',
        '25',
      ]);
      const page = await look(`/pages?rank=${rank}`, shop.shop);
      const ranked = rows.filter((row) => row.rank !== null);
      const apart = rows.filter((row) => row.rank === null);
      expect(ranked.length).toBeGreaterThan(10);
      expect(await cells(page, 'Ranked pages')).toEqual(
        ranked.map((row) => [String(row.rank), ...pageCells(row, rank)]),
      );
      const isApart = apart.length > 0;
      expect(await page.getByText('Too few visits', { exact: true }).count()).toBe(isApart ? 1 : 0);
      expect(await cells(page, 'Pages with too few visits')).toEqual(
        apart.map((row) => pageCells(row, rank)),
      );
    },
  );

  it('of devices, referrers and sources are those of the command line', async () => {
    const page = await look('/visitors', shop.shop);
    const devices = await query<{ sessions: number; scrollDepth: number | null }>(shop.shop, [
      'devices',
      '--days',
      '28',
    ]);
    expect(await cells(page, 'How far people scroll')).toEqual(
      devices.rows.map((row) => [count(row.sessions), percent(row.scrollDepth)]),
    );
    const referrers = await query<{ sessions: number }>(shop.shop, ['referrers', '--days', '28']);
    expect(await cells(page, 'Referrers')).toEqual(
      referrers.rows.map((row) => [count(row.sessions)]),
    );
    expect(await part(page, 'Referrers').innerText()).toContain(
      'Bounces are only known for session records',
    );
    const sources = await query<{ sessions: number; quickbackRate: number | null; medium: string }>(
      shop.shop,
      ['sources', '--days', '28'],
    );
    const judged = sources.rows.filter(({ sessions }) => sessions >= 30);
    expect(await cells(page, 'Sources and quick backs')).toEqual(
      judged.map((row) => [row.medium || '(none)', count(row.sessions), rate(row.quickbackRate)]),
    );
  });

  it('of bounces are shown where the format knows them', async () => {
    const page = await look('/visitors', shop.corner);
    const { rows } = await query<{ sessions: number; bounced: number; bounceRate: number }>(
      shop.corner,
      ['referrers', '--days', '28'],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(await cells(page, 'Referrers')).toEqual(
      rows.map((row) => [count(row.sessions), count(row.bounced), rate(row.bounceRate)]),
    );
  });

  it('of days are those of the command line: a missing day is a hole, and never zero', async () => {
    const { rows, coverage } = await query<{
      day: string;
      state: string;
      sessions: number | null;
      signals: Counts;
    }>(shop.shop, ['trend', '--from', '2026-11-09', '--to', '2026-11-23']);
    expect([coverage.missing, coverage.estimated]).toEqual([
      ['2026-11-14', '2026-11-15'],
      ['2026-11-16', '2026-11-17'],
    ]);
    const page = await look('/?from=2026-11-09&to=2026-11-23', shop.shop);
    await page.getByText('All days as a table').click();
    expect(await cells(page, 'All days as a table')).toEqual(
      rows
        .toReversed()
        .map((row) => [
          row.state === 'truncated' ? 'cut off' : row.state,
          count(row.sessions),
          ...signals.map((signal) => rate(row.signals[signal].rate)),
        ]),
    );
    const trend = page.getByTestId('trend');
    expect(await trend.getByTestId('run').count()).toBe(2);
    expect(await trend.getByTestId('hole').count()).toBe(1);
    expect(await trend.locator('[data-state]').count()).toBe(13);
    expect(await trend.locator('[data-state="estimated"]').count()).toBe(2);
    const hole = await boxOf(trend.getByTestId('hole'));
    for (const run of await trend.getByTestId('run').locator('path').all()) {
      const { x, width } = await boxOf(run);
      expect(x + width <= hole.x + 1 || x >= hole.x + hole.width - 1).toBe(true);
    }
  });

  it('of a page stand beside what was done to it, as flags, in words and by keyboard', async () => {
    const annotate = (day: string, text: string) =>
      shop.ask('annotate', '/checkout', text, '--date', day, '--project', shop.shop);
    await annotate('2026-11-18', 'Moved the <b>button</b>');
    await annotate('2026-11-15', 'On a missing day');
    await annotate('2026-11-08', 'Before these days');
    const checkout = encodeURIComponent('https://shop.example.com/checkout');
    const page = await look(`/page?page=${checkout}&from=2026-11-14&to=2026-11-20`, shop.shop);
    const list = page.getByRole('list', { name: 'What was done' });
    expect(await list.locator('li').allTextContents()).toEqual([
      'Sun 15 Nov 2026 On a missing day',
      'Wed 18 Nov 2026 Moved the <b>button</b>',
    ]);
    expect(await page.getByTestId('trend').getByTestId('flag').count()).toBe(2);
    const slider = page.getByRole('slider');
    await slider.press('ArrowLeft');
    await slider.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toContain('Done: Moved the <b>button</b>');
  });

  it('of a page carry the same caveat as in the terminal', async () => {
    const page = await look('/pages', shop.shop);
    const { coverage } = await query(shop.shop, ['pages', '--days', '28']);
    const text = await page.locator('main').innerText();
    expect(text).toContain(`${coverage.complete.length} complete`);
    expect(text).toContain('4 estimated (6–7 Nov, 16–17 Nov)');
    expect(text).toContain('1 cut off (20 Nov)');
    expect(text).toContain('2 missing (14–15 Nov)');
    expect(text).toContain('27 Oct – 23 Nov 2026, 28 days (UTC)');
    expect(text).toContain('no data before 6 Nov');
  });

  it('of calls and quota are those that were made', async () => {
    const page = await look('/status', shop.shop);
    const text = await page.locator('main').innerText();
    const [status] = (
      (await shop.ask('status', '--project', shop.shop)) as {
        projects: { quota: { used: number; limit: number }; calls: { rows: number }[] }[];
      }
    ).projects;
    const { used, limit } = status?.quota ?? { used: -1, limit: -1 };
    expect(text).toContain(`${used} of ${limit}, ${limit - used} left`);
    expect(text).toMatch(/\d more (is|are) free from 2026-11-2\d \d\d:\d\d UTC/);
    const calls = await cells(page, 'Latest calls');
    expect(calls.slice(0, 6).map((row) => row.at(-1))).toEqual(
      status?.calls.slice(0, 6).map(({ rows }) => count(rows)),
    );
  });
});
