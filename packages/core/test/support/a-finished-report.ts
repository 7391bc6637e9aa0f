import type { RateChange, ReportedPage, Signal, WeeklyReport } from '../../src/index.ts';
import {
  addWeeks,
  daysOfWeek,
  defaultSignalWeights,
  forEachSignal,
  pageLinks,
  weeklyReportSchema,
} from '../../src/index.ts';

/** Monday 16 to Sunday 22 November 2026. */
const WEEK = '2026-W47';
const DAYS = daysOfWeek(WEEK);

const siteRates: Record<Signal, number> = {
  rageClicks: 0.0213,
  deadClicks: 0.0441,
  errorClicks: 0.0062,
  scriptErrors: 0.0117,
  quickbackClicks: 0.0534,
  excessiveScrolls: 0.0031,
};

const complete = {
  complete: DAYS,
  estimated: [],
  truncated: [],
  missing: [],
} satisfies WeeklyReport['coverage']['week'];

/**
 * A week as a finished report has it, held to its schema: a checkout that broke on phones on Wednesday, a
 * product page whose script fails in Safari, and a search that people turn back from.
 */
export function aFinishedReport(overrides: Partial<WeeklyReport> = {}): WeeklyReport {
  return weeklyReportSchema.parse({
    version: 2,
    project: {
      id: 'wxb0r23ozh',
      name: 'Example Shop',
      timeZone: 'Europe/Berlin',
      dashboard: 'https://clarity.microsoft.com/projects/view/wxb0r23ozh/dashboard',
    },
    week: WEEK,
    days: { from: DAYS[0], to: DAYS[6] },
    coverage: { week: complete, weekBefore: complete },
    headline: {
      type: 'worse',
      sentence: 'Rage clicks on /checkout, Mobile: 31.0% of sessions, 4.1% on other devices.',
      page: 'https://shop.example/checkout',
      signal: 'rageClicks',
      device: 'Mobile',
    },
    changeConfidence: 0.99,
    totals: {
      comparedDays: DAYS,
      baselineWeeks: 4,
      baselineDays: 7,
      sessions: aFigure(10_234, 9_870, { change: 3.688 }),
      botSessions: aFigure(512, 498, { change: 2.811 }),
      signals: forEachSignal((signal) => ({
        events: Math.round(siteRates[signal] * 20_000),
        affected: Math.round(siteRates[signal] * 10_234),
        rate: aFigure(siteRates[signal], siteRates[signal], { change: 0, unit: 'points' }),
        proof: null,
      })),
      scrollDepth: aFigure(54.3, 53.9, { change: 0.4, unit: 'points' }),
      activeSeconds: aFigure(73, 71, { change: 2.817 }),
    },
    trend: [...Array(8).keys()].map((index) => ({
      week: addWeeks(WEEK, index - 7),
      knownDays: 7,
      sessions: 9_000 + index * 150,
      rates: siteRates,
    })),
    pages: somePages([
      aReportedPage('/checkout', 730, {
        shares: {
          rageClicks: {
            affected: 134,
            impact: 318.2,
            change: aChange([45, 726], [134, 730], 'worse'),
          },
          deadClicks: { affected: 188, impact: 270.4 },
        },
        verdict: 'worse',
        mainSignal: 'rageClicks',
        contrast: {
          device: 'Mobile',
          signal: 'rageClicks',
          affected: 120,
          sessions: 387,
          rate: 120 / 387,
          otherRate: 14 / 343,
          low: 0.21,
          high: 0.33,
        },
        since: '2026-11-18',
        weeks: 1,
      }),
      aReportedPage('/products/reading-lamp', 799, {
        shares: { scriptErrors: { affected: 259, impact: 428.8 } },
        verdict: 'no-clear-change',
        mainSignal: 'scriptErrors',
        weeks: 3,
      }),
      aReportedPage('/search?q=', 1_904, {
        shares: { quickbackClicks: { affected: 260, impact: 90.1 } },
        verdict: 'no-clear-change',
        mainSignal: 'quickbackClicks',
        weeks: 1,
      }),
      aReportedPage('/about', 412, {}),
    ]),
    better: [],
    findings: [
      {
        page: 'https://shop.example/products/reading-lamp',
        label: '/products/reading-lamp',
        signal: 'scriptErrors',
        status: 'ongoing',
        weeks: 3,
        rate: 259 / 799,
      },
    ],
    muted: [],
    fixes: [],
    recommendations: [],
    devices: {
      coverage: complete,
      rows: [
        { device: 'PC', sessions: 5_120, scrollDepth: 61.1, enoughData: true },
        { device: 'Mobile', sessions: 4_900, scrollDepth: 58.6, enoughData: true },
        { device: 'Tablet', sessions: 14, scrollDepth: 12, enoughData: false },
      ],
    },
    browsers: { coverage: complete, contrasts: [] },
    referrers: {
      coverage: complete,
      bouncesKnown: false,
      rows: [
        {
          referrer: 'https://www.google.com/',
          label: 'www.google.com',
          sessions: 2_310,
          bounced: null,
          bounceRate: null,
        },
      ],
      setApart: 0,
      minSessions: 6,
    },
    sources: {
      coverage: complete,
      rows: [
        aSource('google', 'cpc', 1_800, 0.0667),
        aSource('newsletter', 'email', 420, 0.0286),
        aSource('', '', 3_900, 0.0259),
      ],
      setApart: 1,
      minSessions: 30,
    },
    missing: [],
    words: null,
    ...overrides,
  });
}

/** The section of these pages, ranked as they stand. */
export function somePages(
  pages: readonly ReportedPage[],
  overrides: Partial<WeeklyReport['pages']> = {},
): WeeklyReport['pages'] {
  return {
    coverage: complete,
    comparedDays: DAYS,
    top: pages.map((page, index) => ({ ...page, rank: index + 1 })),
    judged: pages.length,
    setApart: 3,
    minSessions: 30,
    siteRates,
    weights: defaultSignalWeights,
    ...overrides,
  };
}

type ShareInput = { affected: number; impact?: number; change?: RateChange };

/** A page of the shop with the site's own rates, but for the signals that are told. */
export function aReportedPage(
  path: string,
  sessions: number,
  {
    shares = {},
    ...overrides
  }: Partial<ReportedPage> & { shares?: Partial<Record<Signal, ShareInput>> } = {},
): ReportedPage {
  const page = `https://shop.example${path}`;
  const signals = forEachSignal((signal) => {
    const {
      affected,
      impact = 0,
      change = null,
    } = shares[signal] ?? { affected: Math.round(siteRates[signal] * sessions) };
    const rate = affected / sessions;
    return {
      events: affected * 2,
      affected,
      rate,
      interval: { low: rate * 0.8, high: Math.min(1, rate * 1.2) },
      impact,
      change,
    };
  });
  return {
    rank: 1,
    page,
    label: path,
    sessions,
    sessionsBefore: sessions - 4,
    impact: Object.values(signals).reduce((sum, { impact }) => sum + impact, 0),
    signals,
    verdict: 'no-clear-change',
    mainSignal: null,
    contrast: null,
    since: null,
    worsening: null,
    weeks: 0,
    scrollDepth: 54.2,
    activeSeconds: 73,
    links: pageLinks('wxb0r23ozh', page, {
      from: '2026-11-16',
      to: '2026-11-22',
      timeZone: 'UTC',
    }),
    ...overrides,
  };
}

type Count = readonly [affected: number, sessions: number];

/** A change of a share between two counts, with an interval of three points around it. */
export function aChange(
  before: Count,
  after: Count,
  verdict: RateChange['verdict'] = 'no-clear-change',
): RateChange {
  const share = ([affected, sessions]: Count) => ({
    affected,
    sessions,
    rate: affected / sessions,
  });
  const difference = share(after).rate - share(before).rate;
  return {
    before: share(before),
    after: share(after),
    low: difference - 0.03,
    high: difference + 0.03,
    verdict,
  };
}

/** A source as the report has it. */
export function aSource(
  source: string,
  medium: string,
  sessions: number,
  quickbackRate: number,
): NonNullable<WeeklyReport['sources']>['rows'][number] {
  const label = source === '' ? '(none)' : `${source} / ${medium}`;
  return { source, medium, label, sessions, quickbackRate };
}

function aFigure(
  thisWeek: number,
  weekBefore: number,
  { change, unit = 'percent' }: { change: number; unit?: 'percent' | 'points' },
): WeeklyReport['totals']['sessions'] {
  return {
    thisWeek,
    weekBefore,
    change,
    unit,
    refusal: null,
    baseline: { value: weekBefore, change: null, refusal: 'too-few-days' },
  };
}
