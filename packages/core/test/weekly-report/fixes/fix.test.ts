import { describe, expect, it } from 'vitest';
import type { DayOfPage } from '../../support/a-week.ts';
import { reportOfDays, someStates } from '../../support/a-week.ts';

const CART = 'https://shop.example/cart';

function fixesOf(
  dayOf: DayOfPage,
  { day = '2026-11-11', text = 'moved the button', page = CART, states = someStates() } = {},
) {
  const pages: Record<string, DayOfPage> = { '/cart': dayOf, '/': () => [400] };
  return reportOfDays({ pages, states, annotations: [{ page, day, text }] }).fixes;
}

describe('a fix', () => {
  it('worked when a signal is provably rarer since, the day itself left out', () => {
    const fixes = fixesOf((day) => {
      if (day === '2026-11-11') return [500, { errorClicks: 500 }];
      return [50, { errorClicks: day < '2026-11-11' ? 9 : 1 }];
    });
    expect(fixes).toMatchObject([
      {
        page: CART,
        label: '/cart',
        day: '2026-11-11',
        text: 'moved the button',
        daysBefore: 28,
        daysAfter: 11,
        verdict: 'worked',
        signal: 'errorClicks',
        change: {
          before: { affected: 2 * 28 * 9, sessions: 2_800 },
          after: { affected: 22, sessions: 1_100 },
          verdict: 'better',
        },
      },
    ]);
    expect(fixes[0]?.sentence).toBe(
      '"moved the button" on /cart, 11 Nov: error clicks fell from 18.0% to 2.0% of sessions (99% confidence interval: −18.6 to −13.2 points). It worked.',
    );
  });

  it('made things worse when they are', () => {
    const [fix] = fixesOf((day) => [50, { rageClicks: day < '2026-11-11' ? 1 : 9 }]);
    expect(fix).toMatchObject({ verdict: 'made-worse', signal: 'rageClicks' });
    expect(fix?.sentence).toMatch(
      /^"moved the button" on \/cart, 11 Nov: rage clicks rose from 2\.0% to 18\.0% of sessions \(99% confidence interval: \+12\.5 to \+20\.0 points\)\. It got worse\.$/,
    );
  });

  it('changed nothing clear, told by the signal that went furthest', () => {
    const [fix] = fixesOf((day) => [50, { rageClicks: 2, deadClicks: day < '2026-11-11' ? 6 : 5 }]);
    expect(fix).toMatchObject({ verdict: 'no-clear-change', signal: 'deadClicks' });
    expect(fix?.sentence).toMatch(
      /: dead clicks went from 12\.0% to 10\.0% of sessions \(99% confidence interval: −[\d.]+ to \+[\d.]+ points\)\. No clear change\.$/,
    );
    expect(fixesOf(() => [50])[0]).toMatchObject({
      verdict: 'no-clear-change',
      signal: null,
      sentence: '"moved the button" on /cart, 11 Nov: no signal changed.',
    });
  });

  it('changed nothing clear, told by the signal that stood out before', () => {
    const [fix] = fixesOf((day) => [
      50,
      { rageClicks: 9, deadClicks: day < '2026-11-11' ? 0 : 0.2 },
    ]);
    expect(fix).toMatchObject({ verdict: 'no-clear-change', signal: 'rageClicks' });
  });

  it('stayed where it was when nothing moved', () => {
    expect(fixesOf(() => [50, { rageClicks: 9 }])[0]?.sentence).toContain(
      ': rage clicks stayed at 18.0% of sessions (99% confidence interval',
    );
  });

  it('is not told apart from another change in the days that are compared', () => {
    const told = (...days: string[]) =>
      reportOfDays({
        pages: {
          '/cart': (day) => [50, { rageClicks: day < '2026-11-11' ? 9 : 1 }],
          '/': () => [400],
        },
        annotations: days.map((day) => ({ page: CART, day, text: 'changed it' })),
      }).fixes.map(({ sentence }) => sentence.replace(/^.*It worked\./, ''));
    expect(told('2026-11-11', '2026-11-14')).toEqual([
      " The page was also changed on 14 Nov, so the effect can't be tied to one change.",
      " The page was also changed on 11 Nov, so the effect can't be tied to one change.",
    ]);
    expect(told('2026-10-01', '2026-11-11')).toEqual(['']);
  });

  it('is too early to judge with under three complete days or thirty sessions since', () => {
    const states = someStates({ '2026-11-20': 'estimated' });
    const [days] = fixesOf(() => [50], { day: '2026-11-19', states });
    expect(days).toMatchObject({ verdict: 'too-early', daysAfter: 2, signal: null, change: null });
    expect(days?.sentence).toBe(
      '"moved the button" on /cart, 19 Nov: too early to tell, with 2 complete days and 200 sessions since.',
    );
    const [sessions] = fixesOf((day) => (day > '2026-11-11' ? [1] : [50]));
    expect(sessions).toMatchObject({ verdict: 'too-early', daysAfter: 11 });
  });

  it('cannot be judged without thirty sessions before', () => {
    const [fix] = fixesOf((day) => (day < '2026-11-11' ? [0] : [50]));
    expect(fix).toMatchObject({ verdict: 'not-enough-data', signal: null });
    expect(fix?.sentence).toContain(
      'not enough data to judge, with 0 sessions on 28 complete days before.',
    );
  });

  it('is told for four weeks, and not before it was made', () => {
    const told = (day: string) => fixesOf(() => [50], { day }).length;
    expect([told('2026-10-24'), told('2026-10-25')]).toEqual([0, 1]);
    expect([told('2026-11-22'), told('2026-11-23')]).toEqual([1, 0]);
  });

  it('is judged by complete days alone', () => {
    const states = someStates({ '2026-11-01': 'truncated', '2026-11-14': 'missing' });
    const [fix] = fixesOf(() => [50], { states });
    expect(fix).toMatchObject({ daysBefore: 27, daysAfter: 10 });
  });

  it('is told of a page that nobody has seen, and of a text that is none', () => {
    const [fix] = fixesOf(() => [50], {
      page: 'https://shop.example/\u202egone',
      text: `\u001b[31m${'x'.repeat(500)}`,
    });
    expect(fix?.verdict).toBe('not-enough-data');
    expect(fix?.sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(fix?.text).toHaveLength(120);
  });
});
