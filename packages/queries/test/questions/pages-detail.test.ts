import { annotatePage } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { askQuestion, pagesDetail } from '../../src/index.ts';
import { aContext, aFact, cover } from '../support/kept.ts';

const page = 'https://shop.example/cart';
const window = { from: '2026-11-19', to: '2026-11-21' };
const unknown = { events: null, affected: null, rate: null };
const unknownSignals = {
  rageClicks: unknown,
  deadClicks: unknown,
  errorClicks: unknown,
  scriptErrors: unknown,
  quickbackClicks: unknown,
  excessiveScrolls: unknown,
};

describe('pages.detail', () => {
  it('finds a page by the URL rules that its project is grouped by', async () => {
    const rules = { timeZone: 'UTC', urlRules: { dropAllParameters: true } };
    const context = aContext({ facts_grouped_by: JSON.stringify(rules) });
    aFact(context, { page });
    expect(
      (await askQuestion(pagesDetail, context, { ...window, page: `${page}?step=2` })).page,
    ).toBe(page);
  });

  it('tells a page day by day, per device and against the site', async () => {
    const context = aContext({});
    aFact(context, { page, sessions: 50, rage_click_events: 30, rage_click_sessions: 20 });
    aFact(context, {
      page: 'https://shop.example',
      sessions: 150,
      rage_click_events: 0,
      rage_click_sessions: 0,
    });
    aFact(context, { breakdown: 'total', sessions: 170 });
    aFact(context, {
      breakdown: 'page_device',
      page,
      device: 'Mobile',
      sessions: 15,
      rage_click_events: 28,
      rage_click_sessions: 15,
    });
    aFact(context, { breakdown: 'page_device', page, device: 'PC', sessions: 35 });
    aFact(context, { breakdown: 'page_device', page: '/other', device: 'PC', sessions: 99 });
    cover(context, { day: '2026-11-21', state: 'estimated' });

    const rage = { events: 30, affected: 20, rate: 0.4 };
    const zero = { events: 0, affected: 0, rate: null };
    expect(
      await askQuestion(pagesDetail, context, {
        ...window,
        page: 'https://SHOP.example/cart/?utm_source=x#pay',
      }),
    ).toEqual({
      project: 'wxb0r23ozh',
      window: { ...window, days: 3, timeZone: 'UTC' },
      coverage: {
        complete: ['2026-11-20'],
        estimated: ['2026-11-21'],
        truncated: [],
        missing: ['2026-11-19'],
      },
      page,
      pageTotals: {
        rank: 1,
        page,
        sessions: 50,
        signals: { ...unknownSignals, rageClicks: rage },
        impact: expect.closeTo(29.1029, 3) as number,
        enoughData: true,
        scrollDepth: null,
        activeSeconds: null,
        links: expect.objectContaining({}) as object,
      },
      rows: [
        { day: '2026-11-19', state: 'missing', sessions: null, signals: unknownSignals },
        {
          day: '2026-11-20',
          state: 'complete',
          sessions: 50,
          signals: { ...unknownSignals, rageClicks: rage },
        },
        {
          day: '2026-11-21',
          state: 'estimated',
          sessions: 0,
          signals: {
            rageClicks: zero,
            deadClicks: zero,
            errorClicks: zero,
            scriptErrors: zero,
            quickbackClicks: zero,
            excessiveScrolls: zero,
          },
        },
      ],
      devices: [
        { device: 'PC', sessions: 35, signals: unknownSignals },
        {
          device: 'Mobile',
          sessions: 15,
          signals: { ...unknownSignals, rageClicks: { events: 28, affected: 15, rate: 1 } },
        },
      ],
      deviceCoverage: {
        complete: ['2026-11-20'],
        estimated: [],
        truncated: [],
        missing: ['2026-11-19', '2026-11-21'],
      },
      site: {
        sessions: 170,
        signals: {
          rageClicks: 0.1,
          deadClicks: null,
          errorClicks: null,
          scriptErrors: null,
          quickbackClicks: null,
          excessiveScrolls: null,
        },
      },
      annotations: [],
    });
  });

  it('tells what was done to the page in the window, oldest first', async () => {
    const context = aContext({}, { id: 'other', name: 'Other' });
    aFact(context, { page });
    const note = (
      day: string,
      text: string,
      more: Partial<{ page: string; project: string }> = {},
    ) =>
      annotatePage(context.db, {
        projectId: more.project ?? 'wxb0r23ozh',
        note: { page: more.page ?? page, day, text },
        now: context.now,
      });
    note('2026-11-21', 'Rolled back');
    note('2026-11-19', 'New button');
    note('2026-11-19', 'New form');
    note('2026-11-18', 'Before the window');
    note('2026-11-22', 'After the window');
    note('2026-11-20', 'Another page', { page: 'https://shop.example' });
    note('2026-11-20', 'Another project', { project: 'other' });
    const asked = { ...window, page, project: 'wxb0r23ozh' };
    expect((await askQuestion(pagesDetail, context, asked)).annotations).toEqual([
      { day: '2026-11-19', text: 'New button' },
      { day: '2026-11-19', text: 'New form' },
      { day: '2026-11-21', text: 'Rolled back' },
    ]);
  });

  it('has no totals for a page that nobody saw in the window', async () => {
    const context = aContext({});
    aFact(context, { page, day: '2026-11-01' });
    const answer = await askQuestion(pagesDetail, context, { ...window, page });
    expect([answer.pageTotals, answer.devices, answer.site.sessions]).toEqual([null, [], null]);
  });

  it('takes a path for the page, when one host only has it', async () => {
    const context = aContext({});
    for (const known of [
      'https://shop.example/a',
      'https://blog.example/b',
      'https://shop.example/b',
    ]) {
      aFact(context, { page: known });
    }
    aFact(context, { page: 'https://shop.example' });
    expect((await askQuestion(pagesDetail, context, { page: '/a/?gclid=1' })).page).toBe(
      'https://shop.example/a',
    );
    expect((await askQuestion(pagesDetail, context, { page: '/' })).page).toBe(
      'https://shop.example',
    );
    await expect(askQuestion(pagesDetail, context, { page: '/b' })).rejects.toThrow('Did you mean');
  });

  it('suggests the nearest known pages for an unknown one', async () => {
    const context = aContext({});
    for (const known of [page, 'https://shop.example/about', 'https://blog.example/cats', '/x']) {
      aFact(context, { page: known });
    }
    await expect(
      askQuestion(pagesDetail, context, { page: 'https://shop.example/carts' }),
    ).rejects.toThrow(
      expect.objectContaining({
        code: 'unknown-page',
        message:
          'Unknown page "https://shop.example/carts". Did you mean "https://shop.example/cart" or "https://shop.example/about" or "https://blog.example/cats"?',
      }) as Error,
    );
  });

  it('suggests nothing for what is like no page', async () => {
    const context = aContext({});
    aFact(context, { page });
    await expect(askQuestion(pagesDetail, context, { page: 'nonsense' })).rejects.toThrow(
      'Unknown page "nonsense". No known page is similar; clarity-keep query pages',
    );
  });

  it('keeps hostile addresses from steering a terminal', async () => {
    const context = aContext({});
    aFact(context, { page: '/\u001B[31m\u202Eevil' });
    await expect(askQuestion(pagesDetail, context, { page: '/\u009Bevil' })).rejects.toThrow(
      'Unknown page "/\uFFFDevil". Did you mean "/\uFFFD[31m\uFFFDevil"?',
    );
  });

  it('says so when no page is known at all', async () => {
    await expect(askQuestion(pagesDetail, aContext({}), { page: '/' })).rejects.toThrow(
      'Unknown page "/". No pages yet',
    );
  });
});
