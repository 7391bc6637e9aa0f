import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recommendation, Signal, WeeklyReport } from '../../../src/index.ts';
import { daysInWords, recommend, signals } from '../../../src/index.ts';
import {
  aChange,
  aFinishedReport,
  aReportedPage,
  aSource,
  somePages,
} from '../../support/a-finished-report.ts';

/** A number as sentences show it, with what belongs to it. */
const NUMBER = /\d[\d,]*(?:\.\d+)?%?/g;

const signal = fc.constantFrom<Signal>(...signals);
const paths = ['/checkout', '/search?q=', '/a/2024-05-06/17', '/kasse', '/50%-off', '/'];
const count = fc.integer({ min: 200, max: 90_000 });
const share = fc.double({ min: 0.001, max: 0.6, noNaN: true });
const verdict = fc.constantFrom('worse', 'better', 'no-clear-change');

const page = fc
  .record({
    path: fc.constantFrom(...paths),
    sessions: count,
    main: signal,
    second: signal,
    rate: share,
    rateBefore: share,
    impact: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 900, noNaN: true })),
    verdict,
    device: fc.constantFrom('Mobile', 'PC', 'Tablet', null),
    since: fc.constantFrom('2026-11-18', null),
    weeks: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ path, sessions, main, second, rate, rateBefore, impact, device, ...rest }) => {
    const affected = Math.round(rate * sessions);
    const change = aChange(
      [Math.round(rateBefore * sessions), sessions],
      [affected, sessions],
      rest.verdict,
    );
    return aReportedPage(path, sessions, {
      shares: { [second]: { affected, impact: impact / 2 }, [main]: { affected, impact, change } },
      verdict: rest.verdict,
      mainSignal: main,
      since: rest.since,
      weeks: rest.weeks,
      contrast:
        device === null
          ? null
          : {
              device,
              signal: main,
              affected,
              sessions,
              rate,
              otherRate: rateBefore,
              low: 0.013,
              high: 0.072,
            },
    });
  });

/** Reports whose numbers differ from one another, so that a wrong one is no number of the report's. */
const report = fc
  .record({
    pages: fc.uniqueArray(page, { maxLength: 6, selector: ({ page: url }) => url }),
    fix: fc.record({
      verdict: fc.constantFrom('no-clear-change', 'made-worse', 'too-early'),
      signal,
      rate: share,
      sessions: count,
    }),
    browser: fc.record({ signal, sessions: count, rate: share }),
    source: fc.record({ sessions: count, rate: share }),
    referrer: fc.record({ sessions: count, rate: share }),
    depth: fc.double({ min: 10, max: 90, noNaN: true }),
  })
  .map(({ pages, fix, browser, source, referrer, depth }) => {
    const {
      coverage: { week: coverage },
    } = aFinishedReport();
    const affected = Math.round(browser.rate * browser.sessions);
    const bounced = Math.round(referrer.rate * referrer.sessions);
    return aFinishedReport({
      pages: somePages(pages),
      fixes: [
        {
          page: 'https://shop.example/kasse',
          label: '/kasse',
          day: '2026-11-12',
          text: 'moved 3 buttons',
          daysBefore: 7,
          daysAfter: 6,
          verdict: fix.verdict,
          signal: fix.signal,
          change: aChange([11, 801], [Math.round(fix.rate * fix.sessions), fix.sessions]),
          sentence: 'The fix of Thu 12 Nov on /kasse: 9.9% then.',
        },
      ],
      browsers: {
        coverage,
        contrasts: [
          {
            browser: 'Safari 17',
            ...browser,
            affected,
            otherRate: 0.0123,
            low: 0.0234,
            high: 0.0345,
          },
        ],
      },
      sources: {
        coverage,
        rows: [
          aSource('mail', '2026', source.sessions, source.rate),
          aSource('', '', 3_901, 0.026),
        ],
        setApart: 0,
        minSessions: 30,
      },
      referrers: {
        coverage,
        bouncesKnown: true,
        rows: [
          {
            referrer: 'https://a1.example',
            label: 'a1.example',
            sessions: referrer.sessions,
            bounced,
            bounceRate: referrer.rate,
          },
          {
            referrer: 'https://b2.example',
            label: 'b2.example',
            sessions: 2_312,
            bounced: 462,
            bounceRate: 462 / 2_312,
          },
        ],
        setApart: 0,
        minSessions: 6,
      },
      devices: {
        coverage,
        rows: [
          { device: 'PC', sessions: 5_123, scrollDepth: 61.7, enoughData: true },
          { device: 'Mobile', sessions: 4_907, scrollDepth: depth, enoughData: true },
        ],
      },
    });
  });

describe('every number in a recommendation', () => {
  it('is one of the report, as the mail shows it', () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(report, (generated) => {
        const recommendations = recommend(generated);
        const shown = shownNumbers(generated);
        const names = namesIn(generated);
        const numbers = recommendations
          .flatMap(sentencesOf)
          .flatMap((sentence) => sentence.replaceAll(names, '').match(NUMBER) ?? []);
        for (const { rule } of recommendations) rules.add(rule);
        expect(numbers.filter((number) => !shown.has(number))).toEqual([]);
      }),
      { numRuns: 150, seed: 47 },
    );
    // Those of every rule were looked at.
    expect([...rules].toSorted()).toEqual([
      'bouncing-referrer',
      'browser-trouble',
      'error-clicks',
      'excessive-scrolling',
      'failed-fix',
      'mismatched-source',
      'quick-backs',
      'script-errors',
      'shallow-scrolling',
      'vain-clicks',
      'worse-page',
    ]);
  });

  it('would be missed if it were not', () => {
    const generated = aFinishedReport();
    const shown = shownNumbers(generated);
    expect(
      '18.4% of 1,234 (134 of 730)'.match(NUMBER)?.filter((number) => !shown.has(number)),
    ).toEqual(['1,234']);
  });
});

function sentencesOf({
  title,
  evidence,
  likelyCauses,
  checkFirst,
  verify,
}: Recommendation): string[] {
  return [title, ...evidence, ...likelyCauses, checkFirst, verify];
}

/** Names have digits of their own, and so have days and the sentence of a fix, which is the report's. */
function namesIn(generated: WeeklyReport): RegExp {
  const names = valuesOf(generated).filter((value) => typeof value === 'string');
  const days = names.filter((name) => /^\d{4}-\d\d-\d\d$/.test(name));
  const patterns = [...new Set([...names, ...days.map((day) => daysInWords([day]))])]
    .filter((name) => /\d/.test(name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(patterns.join('|'), 'g');
}

/** The report's numbers in every way that the mail shows one. */
function shownNumbers(generated: WeeklyReport): Set<string> {
  const numbers = valuesOf(generated).filter((value) => typeof value === 'number');
  return new Set(
    numbers.flatMap((value) => [
      ...(Number.isInteger(value) ? [value.toLocaleString('en-US')] : []),
      ...(Math.abs(value) <= 1
        ? [`${(value * 100).toFixed(1)}%`, Math.abs(value * 100).toFixed(1)]
        : [`${value.toFixed(1)}%`]),
    ]),
  );
}

/** Everything in a report that is no list and no object. */
function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(valuesOf)
    : [value];
}
