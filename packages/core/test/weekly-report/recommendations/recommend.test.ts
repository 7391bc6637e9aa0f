import { describe, expect, it } from 'vitest';
import type { Fix, WeeklyReport } from '../../../src/index.ts';
import { recommend, weeklyReportSchema } from '../../../src/index.ts';
import {
  aChange,
  aFinishedReport,
  aReportedPage,
  aSource,
  somePages,
} from '../../support/a-finished-report.ts';

type Page = WeeklyReport['pages']['top'][number];

/** What is recommended for these pages alone. */
function ofPages(pages: Page[], overrides: Partial<WeeklyReport> = {}) {
  return recommend(aFinishedReport({ pages: somePages(pages), ...overrides }));
}

const rage = { affected: 134, impact: 318.2 };

describe('recommend', () => {
  it('gives valid recommendations, most impact and confidence first', () => {
    const recommendations = recommend(aFinishedReport());
    expect(recommendations.map(({ rule, label, confidence }) => [rule, label, confidence])).toEqual(
      [
        ['vain-clicks', '/checkout', 'high'],
        ['script-errors', '/products/reading-lamp', 'high'],
        ['quick-backs', '/search?q=', 'high'],
      ],
    );
    expect(weeklyReportSchema.parse(aFinishedReport({ recommendations })).recommendations).toEqual(
      recommendations,
    );
  });

  it('says all that is known of a page, and what to do about it', () => {
    expect(recommend(aFinishedReport())[0]).toEqual({
      rule: 'vain-clicks',
      page: 'https://shop.example/checkout',
      label: '/checkout',
      title:
        "Visitors keep tapping something on /checkout that doesn't respond. Start with mobile.",
      evidence: [
        '18.4% of sessions have rage clicks (134 of 730), compared with 2.1% across all pages.',
        'Rage clicks rose from 6.2% (45 of 726) the week before to 18.4% (134 of 730): 9.2 to 15.2 points more.',
        'Worse since Wed 18 Nov.',
        "It's a mobile problem: 31.0% of mobile sessions have rage clicks (120 of 387), 4.1% elsewhere.",
        '25.8% of sessions have dead clicks (188 of 730), compared with 4.4% across all pages.',
      ],
      likelyCauses: [
        'Something released on or just before Wed 18 Nov, including tags and experiments.',
        "A submit button that stays disabled and doesn't say which field is missing.",
        "A validation message off screen, above or below what's visible.",
        "A tap target that's too small, or covered by a sticky bar, banner or chat button.",
      ],
      checkFirst:
        'Open the recordings of this page and filter by Rage clicks, device Mobile. Watch what visitors tap and what should have happened. The heatmap shows the element.',
      links: {
        recordings: expect.stringContaining('/impressions?') as unknown,
        heatmap: expect.stringContaining('/heatmaps?') as unknown,
      },
      verify:
        'In the first full week after the fix, rage clicks should fall from 18.4% of sessions to about 2.1%, the rate across all pages. ' +
        `Record the fix with clarity-keep annotate 'https://shop.example/checkout' "what you changed", and the report will say whether it worked.`,
      confidence: 'high',
      effort: 'small',
    });
  });

  it('is silent about a week without pages, and about pages that do not stand out', () => {
    expect(ofPages([])).toEqual([]);
    expect(ofPages([aReportedPage('/', 4_000)])).toEqual([]);
  });

  it('is the same for the same report', () => {
    expect(recommend(aFinishedReport())).toEqual(recommend(aFinishedReport()));
  });

  it('gives seven at most', () => {
    const pages = [...Array(10).keys()].map((index) =>
      aReportedPage(`/p/${index}`, 730, {
        shares: { rageClicks: { ...rage, impact: 100 - index } },
      }),
    );
    expect(ofPages(pages).map(({ label }) => label)).toEqual([
      '/p/0',
      '/p/1',
      '/p/2',
      '/p/3',
      '/p/4',
      '/p/5',
      '/p/6',
    ]);
  });

  it('prefers what it is confident of to what weighs a little more', () => {
    const sure = aReportedPage('/sure', 730, {
      shares: { rageClicks: { ...rage, impact: 90 } },
    });
    const likely = aReportedPage('/likely', 730, {
      shares: { rageClicks: { affected: 25, impact: 100 } },
    });
    expect(ofPages([likely, sure]).map(({ label, confidence }) => [label, confidence])).toEqual([
      ['/sure', 'high'],
      ['/likely', 'low'],
    ]);
  });

  it('takes a page for frustrating by what lasts for weeks, and by no other signal of it', () => {
    const page = aReportedPage('/lasting', 730, {
      shares: {
        deadClicks: { affected: 48, impact: 30 },
        excessiveScrolls: { affected: 6, impact: 20 },
      },
      weeks: 4,
    });
    const told = ofPages([page]).map(({ rule, confidence, evidence }) => [
      rule,
      confidence,
      evidence.some((sentence) => sentence.includes('4 weeks in a row')),
    ]);
    expect(told).toEqual([
      ['vain-clicks', 'high', true],
      ['excessive-scrolling', 'low', false],
    ]);
    expect(ofPages([page])[0]?.evidence).toContain(
      'The page has stood out for dead clicks 4 weeks in a row.',
    );
  });

  it('is surer of what stands out for a second week', () => {
    const confidence = (weeks: number) => {
      const shares = { rageClicks: { affected: 25, impact: 10 } };
      return ofPages([aReportedPage('/likely', 730, { shares, weeks })])[0]?.confidence;
    };
    expect([1, 2, 3, 4].map(confidence)).toEqual(['low', 'medium', 'medium', 'high']);
  });

  it('is silent about what a handful of sessions did, however rare it is elsewhere', () => {
    const shares = { excessiveScrolls: { affected: 4, impact: 0.4 } };
    expect(ofPages([aReportedPage('/rare', 60, { shares })])).toEqual([]);
  });

  it('tells the numbers of the device and since the day that the headline is made of', () => {
    const [checkout] = aFinishedReport().pages.top;
    if (checkout === undefined) throw new Error('The report has no page.');
    const worsening = { device: 'Mobile', change: aChange([8, 540], [101, 240], 'worse') };
    expect(ofPages([{ ...checkout, worsening }])[0]?.evidence).toContain(
      'Since Wed 18 Nov, 42.1% of mobile sessions have rage clicks (101 of 240); before, 1.5% did (8 of 540).',
    );
    expect(ofPages([{ ...checkout, worsening, since: null }])[0]?.evidence).toContain(
      '42.1% of mobile sessions have rage clicks (101 of 240); the week before, 1.5% did (8 of 540).',
    );
  });

  it('has one recommendation for signals that mostly have one cause, and names the others', () => {
    const page = aReportedPage('/app', 800, {
      shares: {
        scriptErrors: { affected: 240, impact: 300 },
        errorClicks: { affected: 80, impact: 120 },
        rageClicks: { affected: 90, impact: 110 },
      },
    });
    const all = ofPages([page]);
    expect(all.map(({ rule }) => rule)).toEqual(['script-errors']);
    expect(all[0]?.evidence).toContain(
      'The page also stands out for rage clicks (11.3% of sessions, all pages 2.1%) and error clicks (10.0% of sessions, all pages 0.6%).',
    );
  });

  it.each([
    [200, ['script-errors', 'quick-backs']],
    [20, ['script-errors']],
  ])('has two of a page that is broken and unmet when both weigh much: %d', (impact, rules) => {
    const page = aReportedPage('/app', 800, {
      shares: {
        scriptErrors: { affected: 240, impact: 300 },
        quickbackClicks: { affected: 200, impact },
      },
    });
    expect(ofPages([page]).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('likely causes', () => {
  const causesOf = (page: Page, overrides: Partial<WeeklyReport> = {}): string =>
    ofPages([page], overrides)[0]?.likelyCauses.join(' ') ?? '';

  it('fit the kind of page', () => {
    const shares = { quickbackClicks: { affected: 260, impact: 90 } };
    expect(causesOf(aReportedPage('/suche', 900, { shares }))).toMatch(/^Results that don't match/);
    expect(causesOf(aReportedPage('/kasse', 900, { shares }))).toMatch(/^A login, fee/);
    expect(causesOf(aReportedPage('/lamps', 900, { shares }))).toMatch(/^A link, teaser or ad/);
    expect(causesOf(aReportedPage('/research', 900, { shares }))).toMatch(/^A link, teaser or ad/);
  });

  it('fit the device', () => {
    const contrast = {
      signal: 'deadClicks' as const,
      affected: 200,
      sessions: 400,
      rate: 0.5,
      otherRate: 0.1,
      low: 0.3,
      high: 0.5,
    };
    const shares = { deadClicks: { affected: 240, impact: 300 } };
    const on = (device: string) =>
      causesOf(aReportedPage('/lamps', 800, { shares, contrast: { ...contrast, device } }));
    expect(on('Mobile')).toContain('tap target');
    expect(on('PC')).toContain('hover menu that closes');
    expect(on('PC')).not.toContain('tap target');
    expect(on('Other')).not.toMatch(/tap target|hover/);
  });

  it('name the browser that script errors stick to', () => {
    const browsers = {
      coverage: aFinishedReport().coverage.week,
      contrasts: [
        {
          browser: 'Safari',
          signal: 'scriptErrors' as const,
          affected: 240,
          sessions: 1_900,
          rate: 240 / 1_900,
          otherRate: 0.011,
          low: 0.09,
          high: 0.13,
        },
      ],
    };
    const page = aReportedPage('/lamps', 799, {
      shares: { scriptErrors: { affected: 259, impact: 428 } },
    });
    expect(causesOf(page, { browsers })).toMatch(
      /^A feature that Safari lacks.*vendor script .* Safari/,
    );
    const [advice] = ofPages([page], { browsers });
    expect(advice?.checkFirst).toContain('filter by JavaScript errors, browser Safari.');
    expect(advice?.evidence).toContain(
      'Across the whole site, 12.6% of sessions in Safari have script errors (240 of 1,900), 1.1% in other browsers.',
    );
    const clicked = {
      ...page,
      signals: { ...page.signals, rageClicks: { ...page.signals.deadClicks, impact: 900 } },
    };
    const [clicks] = ofPages([clicked], { browsers });
    expect(clicks?.rule).toBe('vain-clicks');
    expect(clicks?.evidence).toContain(advice?.evidence.at(-1));
    // The page is where to look, so the site as a whole is not named a second time.
    expect(ofPages([page], { browsers })).toHaveLength(1);
  });

  it('of rage clicks begin with a proven script error of the page', () => {
    const shares = {
      rageClicks: { affected: 200, impact: 400 },
      scriptErrors: { affected: 90, impact: 50 },
    };
    expect(causesOf(aReportedPage('/lamps', 800, { shares }))).toMatch(
      /^A script error on this page/,
    );
  });
});

describe('a worse page without proven impact', () => {
  const page = (verdict: 'worse' | 'no-clear-change') =>
    aReportedPage('/help', 900, {
      verdict,
      mainSignal: 'excessiveScrolls',
      shares: { excessiveScrolls: { affected: 54, change: aChange([9, 900], [54, 900], verdict) } },
    });

  it('is worth a look at the week before', () => {
    const [advice] = ofPages([page('worse')]);
    expect(advice).toMatchObject({ rule: 'worse-page', label: '/help', confidence: 'high' });
    expect(advice?.verify).toContain('back to about 1.0%, the rate of the week before');
  });

  it('is none without proof', () => {
    expect(ofPages([page('no-clear-change')])).toEqual([]);
  });
});

describe('a fix', () => {
  const fix = (overrides: Partial<Fix>): Fix => ({
    page: 'https://shop.example/checkout',
    label: '/checkout',
    day: '2026-11-12',
    text: 'moved the button',
    daysBefore: 7,
    daysAfter: 7,
    verdict: 'no-clear-change',
    signal: 'rageClicks',
    change: aChange([120, 700], [134, 730]),
    sentence: 'The fix of Thu 12 Nov on /checkout shows no clear change.',
    ...overrides,
  });

  it('that shows no effect is looked at again, in place of the page', () => {
    const [advice, ...others] = recommend(aFinishedReport({ fixes: [fix({})] }));
    expect(advice).toMatchObject({
      rule: 'failed-fix',
      title: 'The fix of Thu 12 Nov on /checkout shows no clear effect. Take another look.',
    });
    expect(advice?.evidence[0]).toBe('The fix of Thu 12 Nov on /checkout shows no clear change.');
    expect(others.map(({ label }) => label)).not.toContain('/checkout');
  });

  it('that made it worse is taken back, also of a page that is no top page', () => {
    const change = aChange([20, 700], [134, 730], 'worse');
    const worse = fix({
      page: 'https://shop.example/faq',
      label: '/faq',
      verdict: 'made-worse',
      change,
    });
    const advice = recommend(aFinishedReport({ fixes: [worse] })).find(
      ({ label }) => label === '/faq',
    );
    expect(advice).toMatchObject({
      title: '/faq got worse after the change on Thu 12 Nov. Undo or rework that change.',
      confidence: 'high',
      verify:
        'After the next change, rage clicks should fall from 18.4% of sessions to below 2.9%, the rate before Thu 12 Nov.',
    });
    expect(advice?.links.recordings).toContain('%2Ffaq');
  });

  it('that worked ends the weeks that a page has stood out for', () => {
    const lasting = aReportedPage('/checkout', 730, {
      shares: { rageClicks: { affected: 25, impact: 10 } },
      weeks: 5,
    });
    const [before] = ofPages([lasting]);
    const [after] = ofPages([lasting], { fixes: [fix({ verdict: 'worked' })] });
    expect([before?.confidence, after?.confidence]).toEqual(['high', 'low']);
    expect(after?.evidence).toContain("The fix of Thu 12 Nov worked; this is what's left.");
  });

  it.each(['worked', 'not-enough-data'] as const)('that %s is nothing to do', (verdict) => {
    const rules = recommend(aFinishedReport({ fixes: [fix({ verdict })] })).map(({ rule }) => rule);
    expect(rules).not.toContain('failed-fix');
  });

  it('that is too early to judge is named with its page', () => {
    const [advice] = recommend(
      aFinishedReport({ fixes: [fix({ verdict: 'too-early', change: null, signal: null })] }),
    );
    expect(advice?.evidence).toContain(
      "A fix was recorded for Thu 12 Nov; it's too early to judge.",
    );
  });

  it('is judged by the last one of its page, and not on a muted page', () => {
    const rulesOf = (overrides: Partial<WeeklyReport>) =>
      recommend(aFinishedReport(overrides)).map(({ rule }) => rule);
    const later = fix({ day: '2026-11-14', verdict: 'worked' });
    expect(rulesOf({ fixes: [fix({}), later] })).not.toContain('failed-fix');
    const { page, label } = fix({});
    const muted = [{ page, label, reason: 'known', until: null, isStillFrustrating: true }];
    expect(rulesOf({ fixes: [fix({})], muted })).not.toContain('failed-fix');
  });
});

describe('the site', () => {
  const none = somePages([]);
  const coverage = aFinishedReport().coverage.week;

  it('is tested in a browser that a signal sticks to, unless a page stands out by it', () => {
    const browsers = {
      coverage,
      contrasts: [
        {
          browser: 'Safari',
          signal: 'errorClicks' as const,
          affected: 95,
          sessions: 1_900,
          rate: 0.05,
          otherRate: 0.004,
          low: 0.03,
          high: 0.06,
        },
      ],
    };
    expect(recommend(aFinishedReport({ pages: none, browsers }))).toMatchObject([
      {
        rule: 'browser-trouble',
        page: null,
        title: 'Test your site in Safari: more sessions there have error clicks.',
      },
    ]);
    const page = aReportedPage('/', 900, { shares: { errorClicks: { affected: 60, impact: 20 } } });
    expect(ofPages([page], { browsers }).map(({ rule }) => rule)).toEqual(['error-clicks']);
  });

  it.each([
    ['far more, of many sessions', 0.12, 1_800, 1],
    ['far more, of few sessions', 0.12, 40, 0],
    ['little more, of many sessions', 0.07, 100_000, 0],
    ['as much', 0.0534, 1_800, 0],
  ])('has a mismatched source when people turn back %s', (_, rate, sessions, count) => {
    const rows = [aSource('google', 'cpc', sessions, rate), aSource('', '', 3_900, 0.0259)];
    const sources = { coverage, rows, setApart: 0, minSessions: 30 };
    const advice = recommend(aFinishedReport({ pages: none, sources }));
    expect(advice).toHaveLength(count);
    expect(advice.map(({ title }) => title)).toEqual(
      Array(count).fill(
        'Visitors from google / cpc often turn back right away. Check that the landing page keeps the promise.',
      ),
    );
  });

  it('has a bouncing referrer only where bounces are known', () => {
    const row = (host: string, sessions: number, bounced: number) => ({
      referrer: `https://${host}/`,
      label: host,
      sessions,
      bounced,
      bounceRate: bounced / sessions,
    });
    const rows = [row('deals.example', 300, 250), row('www.google.com', 2_310, 950)];
    const referrers = { coverage, bouncesKnown: true, rows, setApart: 0, minSessions: 6 };
    expect(recommend(aFinishedReport({ pages: none, referrers }))).toMatchObject([
      {
        rule: 'bouncing-referrer',
        evidence: [
          '83.3% of 300 sessions from deals.example saw only one page, compared with 41.1% of 2,310 from www.google.com, the busiest of the other referrers.',
        ],
      },
    ]);
    expect(
      recommend(aFinishedReport({ pages: none, referrers: { ...referrers, bouncesKnown: false } })),
    ).toEqual([]);
    const alone = { ...referrers, rows: rows.slice(0, 1) };
    expect(recommend(aFinishedReport({ pages: none, referrers: alone }))).toEqual([]);
  });

  it.each([
    [41.2, 4_900, true],
    [41.2, 180, false],
    [58.6, 4_900, false],
    [null, 4_900, false],
  ])('is scrolled less on phones: to %s, over %d sessions: %s', (scrollDepth, sessions, isSaid) => {
    const rows = [
      { device: 'PC', sessions: 5_120, scrollDepth: 61.1, enoughData: true },
      { device: 'Mobile', sessions, scrollDepth, enoughData: true },
    ];
    const advice = recommend(aFinishedReport({ pages: none, devices: { coverage, rows } }));
    expect(advice.map(({ rule }) => rule)).toEqual(isSaid ? ['shallow-scrolling'] : []);
  });
});

describe('the command to announce a fix', () => {
  const commandOf = (path: string): string =>
    ofPages([aReportedPage(path, 730, { shares: { rageClicks: rage } })])[0]?.verify ?? '';

  it('quotes an address with a query', () => {
    expect(commandOf('/lamps?size=l&colour=red')).toContain(
      "'https://shop.example/lamps?size=l&colour=red'",
    );
  });

  it.each(["/a'; rm -rf ~; '", '/$(reboot)', `/${'a'.repeat(200)}`])(
    'leaves a gap where the page would be unsafe or too long: %s',
    (path) => {
      expect(commandOf(path)).toContain('clarity-keep annotate PAGE "what you changed"');
    },
  );
});
