import { describe, expect, it } from 'vitest';
import { askQuestion, pagesFrustration } from '../../src/index.ts';
import type { Cells } from '../support/kept.ts';
import { aContext, aFact } from '../support/kept.ts';

/** A page of which all six signals are known. */
function aPage(page: string, sessions: number, signals: Cells): Cells {
  return {
    page,
    sessions,
    rage_click_events: 0,
    rage_click_sessions: 0,
    dead_click_events: 0,
    dead_click_sessions: 0,
    error_click_events: 0,
    error_click_sessions: 0,
    quickback_click_events: 0,
    quickback_click_sessions: 0,
    script_error_events: 0,
    script_error_sessions: 0,
    excessive_scroll_events: 0,
    excessive_scroll_sessions: 0,
    ...signals,
  };
}

const cart = 'https://shop.example/cart?step=2';

/** The days of the question, from their first to their last millisecond. */
const DATES = `date=Custom&start=${Date.parse('2026-11-16T00:00:00Z')}&end=${Date.parse('2026-11-23T00:00:00Z') - 1}`;

describe('pages.frustration', () => {
  it('weighs the signals as the project does', async () => {
    const raging = aPage('https://shop.example/raging', 1000, { rage_click_sessions: 300 });
    const dead = aPage('https://shop.example/dead', 1000, { dead_click_sessions: 300 });
    const order = async (project: Cells) => {
      const context = aContext(project);
      aFact(context, raging);
      aFact(context, dead);
      const { rows } = await askQuestion(pagesFrustration, context, {});
      return rows.map(({ page, impact }) => [page.replace(/.*\//, ''), Math.round(impact ?? -1)]);
    };
    // 3 and 2 times 1000 sessions of which at least 27.7 % are affected, against 15 % of the site.
    expect(await order({})).toEqual([
      ['raging', 380],
      ['dead', 253],
    ]);
    expect(await order({ signal_weights: '{"rageClicks":0,"deadClicks":4}' })).toEqual([
      ['dead', 507],
      ['raging', 0],
    ]);
  });

  it('puts the page with the most proven excess first, and pages without enough data apart', async () => {
    const context = aContext({});
    aFact(
      context,
      aPage('https://shop.example', 1000, { rage_click_sessions: 10, rage_click_events: 12 }),
    );
    aFact(
      context,
      aPage(cart, 200, {
        rage_click_sessions: 60,
        rage_click_events: 150,
        scroll_depth_sum: 9000,
        scroll_depth_weight: 200,
        active_seconds_sum: 5000,
        active_seconds_weight: 200,
      }),
    );
    aFact(
      context,
      aPage('https://shop.example/rare', 29, { rage_click_sessions: 29, rage_click_events: 29 }),
    );

    const answer = await askQuestion(pagesFrustration, context, {});

    const none = { events: 0, affected: 0, rate: 0 };
    const calm = {
      deadClicks: none,
      errorClicks: none,
      scriptErrors: none,
      quickbackClicks: none,
      excessiveScrolls: none,
    };
    const filter = `${DATES}&URL=2%3B2%3B%2Fcart`;
    expect(answer.rows.map(({ rank, page }) => [rank, page])).toEqual([
      [1, cart],
      [2, 'https://shop.example'],
      [null, 'https://shop.example/rare'],
    ]);
    expect(answer).toEqual({
      project: 'wxb0r23ozh',
      window: { from: '2026-11-16', to: '2026-11-22', days: 7, timeZone: 'UTC' },
      coverage: {
        complete: ['2026-11-20'],
        estimated: [],
        truncated: [],
        missing: [
          '2026-11-16',
          '2026-11-17',
          '2026-11-18',
          '2026-11-19',
          '2026-11-21',
          '2026-11-22',
        ],
      },
      rows: [
        {
          rank: 1,
          page: cart,
          sessions: 200,
          signals: { rageClicks: { events: 150, affected: 60, rate: 0.3 }, ...calm },
          impact: expect.closeTo(101.4639, 3) as number,
          enoughData: true,
          scrollDepth: 45,
          activeSeconds: 25,
          links: {
            recordings: `https://clarity.microsoft.com/projects/view/wxb0r23ozh/impressions?${filter}`,
            heatmap: `https://clarity.microsoft.com/projects/view/wxb0r23ozh/heatmaps?${filter}`,
          },
        },
        expect.objectContaining({ rank: 2, impact: 0, scrollDepth: null, activeSeconds: null }),
        expect.objectContaining({ rank: null, impact: null, enoughData: false }),
      ],
    });
  });

  it('counts rage and dead clicks as the tutorial does when ranked by signals', async () => {
    const context = aContext({});
    aFact(context, { page: '/a', sessions: 3, rage_click_events: 2, dead_click_events: 5 });
    aFact(context, { page: '/b', sessions: 400, rage_click_events: 4, dead_click_events: 2 });
    aFact(context, { page: '/b', day: '2026-11-21', sessions: 1, rage_click_events: 9 });

    const { rows } = await askQuestion(pagesFrustration, context, { rank: 'signals' });
    expect(rows.map(({ rank, page, sessions }) => ({ rank, page, sessions }))).toEqual([
      { rank: 1, page: '/b', sessions: 401 },
      { rank: 2, page: '/a', sessions: 3 },
    ]);
  });

  it('keeps signals null that no day of the window knows', async () => {
    const context = aContext({});
    aFact(context, { page: '/a', sessions: 40, rage_click_events: 1, rage_click_sessions: 1 });
    const [row] = (await askQuestion(pagesFrustration, context, {})).rows;
    expect(row?.signals.rageClicks).toEqual({ events: 1, affected: 1, rate: 0.025 });
    expect(row?.signals.quickbackClicks).toEqual({ events: null, affected: null, rate: null });
  });

  it('counts ranked pages and those apart against the limit', async () => {
    const context = aContext({});
    for (const [page, sessions] of [
      ['/a', 50],
      ['/b', 40],
      ['/c', 5],
    ] as const) {
      aFact(context, { page, sessions });
    }
    const pages = async (input: object) =>
      (await askQuestion(pagesFrustration, context, input)).rows.map(({ page }) => page);
    expect(await pages({ limit: 2 })).toEqual(['/a', '/b']);
    expect(await pages({ limit: 3 })).toEqual(['/a', '/b', '/c']);
    expect(await pages({ minSessions: 45 })).toEqual(['/a', '/b', '/c']);
  });

  it('leaves out pages that only bots saw', async () => {
    const context = aContext({});
    aFact(context, { page: '/bots', sessions: 0, bot_sessions: 9 });
    expect((await askQuestion(pagesFrustration, context, {})).rows).toEqual([]);
  });

  it('links nowhere when the project cannot be one of Clarity', async () => {
    const context = aContext({ id: 'My Shop' });
    aFact(context, { project_id: 'My Shop', page: '/a' });
    expect((await askQuestion(pagesFrustration, context, {})).rows[0]?.links).toEqual({
      recordings: null,
      heatmap: null,
    });
  });

  it('links to the part of a path that Clarity has too', async () => {
    const context = aContext({});
    aFact(context, { page: 'https://shop.example/orders/:id/items', sessions: 40 });
    aFact(context, { page: '/broken\ud800/"><script>', sessions: 30 });
    const links = (await askQuestion(pagesFrustration, context, {})).rows.map(
      (row) => row.links?.heatmap,
    );
    const heatmaps = 'https://clarity.microsoft.com/projects/view/wxb0r23ozh/heatmaps';
    expect(links).toEqual([
      `${heatmaps}?${DATES}&URL=2%3B2%3B%2Forders%2F`,
      `${heatmaps}?${DATES}&URL=2%3B2%3B%2Fbroken%EF%BF%BD%2F%22%3E%3Cscript%3E`,
    ]);
  });
});
