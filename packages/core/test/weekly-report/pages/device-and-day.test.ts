import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src/index.ts';
import { addDays, daysBetween } from '../../../src/index.ts';
import { onsetOf } from '../../../src/weekly-report/pages/onset.ts';
import type { DayOfPage } from '../../support/a-week.ts';
import { aReport, reportOfDays, someStates, someSums } from '../../support/a-week.ts';

const FIRST = '2026-11-09';
const fortnight = daysBetween(FIRST, '2026-11-22');

/** The fortnight with so many of 50 sessions a day affected. */
function days(affected: (day: string, index: number) => number, known = fortnight) {
  return new Map(
    known.map((day, index) => [day, someSums(50, { rageClicks: affected(day, index) })]),
  );
}

describe('the day since when', () => {
  it.each(fortnight.slice(1, -1))('is %s for a problem that began then', (began) => {
    const onset = onsetOf(
      'rageClicks',
      days((day) => (day >= began ? 12 : 1)),
    );
    expect(onset?.day).toBe(began);
    expect(onset?.change.after.rate).toBeCloseTo(0.24);
    expect(onset?.change.before.rate).toBeCloseTo(0.02);
  });

  it.each<[string, (day: string, index: number) => number]>([
    ['nothing changed', () => 3],
    ['it got better', (day) => (day >= '2026-11-18' ? 1 : 12)],
    ['it crept up', (_, index) => 2 + index],
    ['chance may have done it', (day) => (day >= '2026-11-18' ? 5 : 3)],
    [
      'two days fit it alike',
      (_, index) => [1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 12, 12, 12, 12][index] ?? 0,
    ],
  ])('is none when %s', (_, affected) => {
    expect(onsetOf('rageClicks', days(affected))).toBeNull();
  });

  it('is none when the day before is not known: it may have begun on that one', () => {
    const known = fortnight.filter((day) => day !== '2026-11-17');
    const problem = (day: string) => (day >= '2026-11-18' ? 12 : 1);
    expect(onsetOf('rageClicks', days(problem, known))).toBeNull();
    expect(
      onsetOf(
        'rageClicks',
        days((day) => (day >= '2026-11-19' ? 12 : 1), known),
      )?.day,
    ).toBe('2026-11-19');
  });

  it('is none of a signal that nobody counted, of one day and of none', () => {
    const unknown = days(() => 5);
    for (const sums of unknown.values()) {
      sums.signals.rageClicks = { events: null, affected: null, knownSessions: 0 };
    }
    expect(onsetOf('rageClicks', unknown)).toBeNull();
    expect(
      onsetOf(
        'rageClicks',
        days(() => 5, fortnight.slice(0, 1)),
      ),
    ).toBeNull();
    expect(onsetOf('rageClicks', new Map())).toBeNull();
  });
});

/** A page that breaks for one device on a day, on a site with a calm page. */
function broken(
  on: string,
  since: string,
  signal: Signal = 'rageClicks',
): Record<string, DayOfPage> {
  return {
    '/checkout': (day, device) => [40, { [signal]: device === on && day >= since ? 14 : 1 }],
    '/': () => [300, { deadClicks: 3 }],
  };
}

describe('a page that broke for one device', () => {
  it('is worse by it, with the device, the day and the numbers', () => {
    const { pages } = reportOfDays({ pages: broken('Mobile', '2026-11-18') });
    const [checkout, home] = pages.top;
    expect(checkout).toMatchObject({
      verdict: 'worse',
      mainSignal: 'rageClicks',
      since: '2026-11-18',
      contrast: {
        device: 'Mobile',
        signal: 'rageClicks',
        affected: 5 * 14 + 2,
        sessions: 280,
        otherRate: 7 / 280,
      },
    });
    expect(checkout?.contrast?.low).toBeGreaterThan(0.1);
    expect(home).toMatchObject({ verdict: 'no-clear-change', contrast: null, since: null });
  });

  it('has no device when all have it, and none when there are too few sessions of one', () => {
    const everywhere: Record<string, DayOfPage> = {
      ...broken('Mobile', FIRST),
      '/checkout': (day) => [40, { rageClicks: day >= '2026-11-18' ? 14 : 1 }],
    };
    const [checkout] = reportOfDays({ pages: everywhere }).pages.top;
    expect(checkout).toMatchObject({ verdict: 'worse', contrast: null, since: '2026-11-18' });

    const few: Record<string, DayOfPage> = {
      ...broken('Mobile', FIRST),
      '/checkout': (_, device) => (device === 'Mobile' ? [4, { rageClicks: 4 }] : [40]),
    };
    expect(reportOfDays({ pages: few }).pages.top[0]?.contrast).toBeNull();
  });

  it('has no device where the difference is proven but small', () => {
    const pages: Record<string, DayOfPage> = {
      '/big': (_, device) => [4_000, { deadClicks: device === 'Mobile' ? 480 : 400 }],
      '/': () => [4_000, { deadClicks: 40 }],
    };
    expect(reportOfDays({ pages }).pages.top[0]).toMatchObject({
      mainSignal: 'deadClicks',
      contrast: null,
    });
  });

  it('has the device where it has been so for long, and no day', () => {
    const { pages } = reportOfDays({ pages: broken('PC', '2020-01-01') });
    expect(pages.top[0]).toMatchObject({
      verdict: 'no-clear-change',
      contrast: { device: 'PC' },
      since: null,
    });
  });

  it('has no day of this week when it began in the week before', () => {
    const { pages } = reportOfDays({ pages: broken('Mobile', '2026-11-14') });
    expect(pages.top[0]).toMatchObject({ verdict: 'worse', since: null });
  });

  it('has no device where pages by device are not collected', () => {
    const daily = daysBetween(addDays(FIRST, -49), '2026-11-22').map(
      (day) => [day, someSums(80, { rageClicks: day >= '2026-11-18' ? 15 : 2 })] as const,
    );
    const followed = new Map([
      ['https://shop.example/checkout', { days: new Map(daily), devices: new Map() }],
    ]);
    const [checkout] = reportOfDays({ pages: broken('Mobile', '2026-11-18'), followed }).pages.top;
    expect(checkout).toMatchObject({ verdict: 'worse', contrast: null, since: '2026-11-18' });
  });
});

describe('browsers', () => {
  const browsers = [
    { browser: 'Chrome', sums: someSums(5_000, { scriptErrors: 50, rageClicks: 25 }) },
    { browser: 'Firefox', sums: someSums(600, { scriptErrors: 120, rageClicks: 3 }) },
    { browser: 'Safari', sums: someSums(1_500, { scriptErrors: 15, rageClicks: 8 }) },
    { browser: 'Lynx', sums: someSums(29, { scriptErrors: 29 }) },
  ];
  const browsersOf = (some: typeof browsers) =>
    aReport({ browsers: some, browserStates: someStates() }).browsers;

  it('are absent where they are not collected', () => {
    expect(aReport({ browsers }).browsers).toBeNull();
  });

  it('are named when a signal sticks to them', () => {
    const found = browsersOf(browsers);
    expect(found?.coverage.complete).toHaveLength(7);
    expect(found?.contrasts).toMatchObject([
      { browser: 'Firefox', signal: 'scriptErrors', affected: 120, sessions: 600, rate: 0.2 },
    ]);
    expect(found?.contrasts[0]?.otherRate).toBeCloseTo(94 / 6_529);
  });

  it('are three at most, those with most proven sessions first', () => {
    const many = [
      { browser: 'A', sums: someSums(10_000, { deadClicks: 10 }) },
      { browser: '\u001b[31mB', sums: someSums(1_000, { rageClicks: 300, deadClicks: 200 }) },
      { browser: '', sums: someSums(1_000, { errorClicks: 250, scriptErrors: 100 }) },
    ];
    expect(browsersOf(many)?.contrasts.map(({ browser, signal }) => [browser, signal])).toEqual([
      ['\uFFFD[31mB', 'rageClicks'],
      ['(none)', 'errorClicks'],
      ['\uFFFD[31mB', 'deadClicks'],
    ]);
  });

  it('are named in place of the device that they make look broken', () => {
    const pages: Record<string, DayOfPage> = {
      '/pricing': (_, device) => [100, { scriptErrors: device === 'PC' ? 20 : 1 }],
      '/': () => [300, { scriptErrors: 3 }],
    };
    const devices = [
      { device: 'PC', sums: someSums(2_800, { scriptErrors: 161 }) },
      { device: 'Mobile', sums: someSums(2_800, { scriptErrors: 28 }) },
    ];
    const split = (edge: number, chrome: number) => [
      { browser: 'Edge', sums: someSums(900, { scriptErrors: edge }) },
      { browser: 'Chrome', sums: someSums(1_900, { scriptErrors: chrome }) },
      { browser: 'MobileSafari', sums: someSums(2_800, { scriptErrors: 28 }) },
    ];
    const contrastOf = (told: ReturnType<typeof split>) =>
      reportOfDays({ pages, devices, browsers: told, browserStates: someStates() }).pages.top[0]
        ?.contrast?.device ?? null;
    expect(contrastOf(split(142, 19))).toBeNull();
    // All browsers of the device have it: it is the device.
    expect(contrastOf(split(52, 109))).toBe('PC');
    expect(contrastOf([])).toBe('PC');
  });
});
