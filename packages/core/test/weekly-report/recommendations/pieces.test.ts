import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recommendation } from '../../../src/index.ts';
import { signals } from '../../../src/index.ts';
import { adviceOfSignal } from '../../../src/weekly-report/recommendations/advice/advice-of-signal.ts';
import {
  causesOf,
  large,
  medium,
  small,
} from '../../../src/weekly-report/recommendations/cause.ts';
import { isDesktop, isTouch } from '../../../src/weekly-report/recommendations/device-kind.ts';
import { isStandingOut } from '../../../src/weekly-report/recommendations/is-standing-out.ts';
import { onePerTrouble } from '../../../src/weekly-report/recommendations/one-per-trouble.ts';
import { pageKind } from '../../../src/weekly-report/recommendations/page-kind.ts';
import { pageTrouble } from '../../../src/weekly-report/recommendations/page-trouble.ts';
import { provenExcess } from '../../../src/weekly-report/recommendations/proven-excess.ts';
import type { Candidate } from '../../../src/weekly-report/recommendations/rule.ts';
import { aChange, aFinishedReport, aReportedPage } from '../../support/a-finished-report.ts';

describe('an advice', () => {
  it.each(signals)('about %s names the page in a sentence and has causes that apply', (signal) => {
    const advice = adviceOfSignal(signal);
    const page = aReportedPage('/somewhere', 730);
    const trouble = pageTrouble(aFinishedReport(), page, [signal]);
    expect(advice.signals).toContain(signal);
    expect(advice.title(trouble)).toMatch(/^[A-Z].*\/somewhere.*\.$/);
    const { likelyCauses } = causesOf(advice.causes(trouble));
    expect(likelyCauses.length).toBeGreaterThanOrEqual(2);
    expect(likelyCauses.every((cause) => /^[A-Z].*\.$/.test(cause))).toBe(true);
    expect(advice.checkFirst(trouble)).toMatch(/^Open the (?:recordings|heatmap) of this page/);
  });

  it.each(signals)('about %s says nothing of phones where no device carries it', (signal) => {
    const trouble = pageTrouble(aFinishedReport(), aReportedPage('/x', 730), [signal]);
    const advice = adviceOfSignal(signal);
    const texts = [
      advice.title(trouble),
      advice.checkFirst(trouble),
      ...causesOf(advice.causes(trouble)).likelyCauses,
    ];
    expect(texts.join(' ')).not.toMatch(/mobile|phone|\btap/i);
  });

  it('says tap of a touch screen and click of the rest', () => {
    const advice = adviceOfSignal('rageClicks');
    const contrast = {
      device: 'Tablet',
      signal: 'rageClicks',
      affected: 120,
      sessions: 387,
      rate: 0.31,
      otherRate: 0.04,
      low: 0.2,
      high: 0.3,
    } as const;
    const on = (device: string) =>
      advice.title(
        pageTrouble(
          aFinishedReport(),
          aReportedPage('/x', 730, { contrast: { ...contrast, device } }),
          ['rageClicks'],
        ),
      );
    expect(on('Tablet')).toBe("Visitors keep tapping something on /x that doesn't respond.");
    expect(on('PC')).toBe("Visitors keep clicking something on /x that doesn't respond.");
  });
});

describe('causes', () => {
  it('are the first four that apply, with the effort of the likeliest', () => {
    const all = [null, large('a'), null, small('b'), medium('c'), small('d'), small('e')];
    expect(causesOf(all)).toEqual({ likelyCauses: ['a', 'b', 'c', 'd'], effort: 'large' });
    expect(causesOf([null, small('b')]).effort).toBe('small');
    expect(causesOf([null])).toEqual({ likelyCauses: [], effort: 'medium' });
  });
});

describe('a device', () => {
  it.each([
    ['Mobile', true, false],
    ['tablet', true, false],
    ['Phone', true, false],
    ['PC', false, true],
    ['desktop', false, true],
    ['Other', false, false],
    ['', false, false],
    ['mobile phone', false, false],
  ])('%j is touched: %j, has a pointer: %j', (device, touch, desktop) => {
    expect([isTouch(device), isDesktop(device)]).toEqual([touch, desktop]);
  });
});

describe('the kind of a page', () => {
  it.each([
    ['https://a.example/checkout', 'form'],
    ['https://a.example/de/kasse/adresse', 'form'],
    ['https://a.example/my-account', 'form'],
    ['/panier', 'form'],
    ['https://a.example/search/lamps', 'search'],
    ['https://a.example/lamps?q=reading', 'search'],
    ['https://a.example/lamps?Keyword=x&page=2', 'search'],
    // A search is one even inside of a form.
    ['https://a.example/checkout/search', 'search'],
    ['https://a.example/products/lamp', 'other'],
    ['https://a.example/lamps?sort=price', 'other'],
    ['https://checkout.example/about', 'other'],
    ['https://a.example/checkouts', 'other'],
    ['', 'other'],
  ])('%j is %s', (page, kind) => {
    expect(pageKind(page)).toBe(kind);
  });
});

describe('a signal stands out', () => {
  it.each([
    [5, 0.1, null, true],
    [4, 0.1, null, false],
    [null, 0.1, null, false],
    [500, 0, null, false],
    [4, 0, aChange([10, 500], [60, 500], 'worse'), true],
    [400, 0, aChange([60, 500], [10, 500], 'better'), false],
    [400, 0, aChange([60, 500], [61, 500]), false],
  ])(
    'by %j affected sessions with an impact of %d: case %#',
    (affected, impact, change, stands) => {
      expect(isStandingOut({ affected, impact, change })).toBe(stands);
    },
  );
});

describe('a proven excess', () => {
  it.each([
    ['too few sessions', { rate: 1, sessions: 29, expected: 0.1 }],
    ['less than half as much again', { rate: 0.149, sessions: 1_000_000, expected: 0.1 }],
    ['what chance may do', { rate: 0.2, sessions: 40, expected: 0.1 }],
    ['none at all', { rate: 0, sessions: 1_000, expected: 0 }],
  ])('is none of %s', (_, row) => {
    expect(provenExcess(row)).toBeNull();
  });

  it('is fewer sessions than the excess that is seen', () => {
    const row = fc.record({
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
      sessions: fc.integer({ min: 1, max: 50_000 }),
      expected: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(row, (given) => {
        const { rate, sessions, expected } = given;
        const excess = provenExcess(given) ?? 0;
        expect(excess).toBeGreaterThanOrEqual(0);
        // Affected sessions are whole ones.
        expect(excess).toBeLessThanOrEqual(Math.max(0, (rate - expected) * sessions) + 0.5);
      }),
    );
  });
});

describe('the troubles of a page', () => {
  const candidate = (
    label: string,
    page: string | null,
    overrides: Partial<Candidate> = {},
  ): Candidate => ({
    recommendation: { label, page } as Recommendation,
    trouble: page === null ? null : 'broken',
    impact: 100,
    takesPrecedence: false,
    ...overrides,
  });
  const chosen = (...candidates: Candidate[]) =>
    onePerTrouble(candidates).map(({ recommendation }) => recommendation.label);

  it('of one kind are told once, by the heaviest', () => {
    expect(chosen(candidate('light', '/a', { impact: 10 }), candidate('heavy', '/a'))).toEqual([
      'heavy',
    ]);
  });

  it.each([
    [43, ['first', 'second']],
    [42, ['first']],
  ])('of two kinds are both told where the second weighs a large part: %i', (impact, labels) => {
    const second = candidate('second', '/a', { trouble: 'unmet', impact });
    expect(chosen(candidate('first', '/a'), second)).toEqual(labels);
  });

  it('are led by what takes precedence, however little it weighs', () => {
    const fix = candidate('fix', '/a', { impact: 1, takesPrecedence: true });
    expect(chosen(candidate('heavy', '/a'), fix)).toEqual(['fix']);
  });

  it('are of their page alone, and what is about the whole site is all told', () => {
    expect(
      chosen(
        candidate('a', '/a'),
        candidate('site', null),
        candidate('b', '/b'),
        candidate('site too', null),
      ),
    ).toEqual(['a', 'site', 'site too', 'b']);
  });

  it('are two at most for each page, whatever there is', () => {
    const some = fc.record({
      page: fc.constantFrom('/a', '/b'),
      trouble: fc.constantFrom('broken' as const, 'unmet' as const),
      impact: fc.integer({ min: 0, max: 500 }),
      takesPrecedence: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (all) => {
        const given = all.map(({ page, ...rest }, index) => candidate(`c${index}`, page, rest));
        const told = Map.groupBy(onePerTrouble(given), ({ recommendation }) => recommendation.page);
        for (const [page, ofPage] of told) {
          expect(ofPage.length).toBeLessThanOrEqual(2);
          expect(new Set(ofPage.map(({ trouble }) => trouble)).size).toBe(ofPage.length);
          const most = given.filter(({ recommendation }) => recommendation.page === page);
          const hasPrecedence = most.some(({ takesPrecedence }) => takesPrecedence);
          expect(ofPage[0]?.takesPrecedence).toBe(hasPrecedence);
        }
      }),
    );
  });
});
