import { describe, expect, it } from 'vitest';
import type { DayState, WindowSums } from '../../../src/index.ts';
import { addDays, daysBetween, reportDays } from '../../../src/index.ts';
import { aReport, someStates, someSums, someTotals, WEEK } from '../../support/a-week.ts';

describe('the comparison with the week before', () => {
  it('is in percent for counts and in points for rates, over seven days', () => {
    const { totals } = aReport();
    expect(totals.comparedDays).toHaveLength(7);
    expect(totals.sessions).toEqual({
      thisWeek: 700,
      weekBefore: 560,
      change: 25,
      unit: 'percent',
      refusal: null,
      baseline: { value: 560, change: 25, refusal: null },
    });
    const { rate, affected } = totals.signals.rageClicks;
    expect(affected).toBe(56);
    expect(rate.thisWeek).toBeCloseTo(0.08);
    expect(rate.weekBefore).toBeCloseTo(0.05);
    expect(rate.change).toBeCloseTo(3);
  });

  it('shows all that is known and compares the weekdays that both weeks have complete', () => {
    const states = someStates({ '2026-11-22': 'missing', '2026-11-10': 'estimated' });
    const { totals } = aReport({ states });
    expect(totals.comparedDays).toEqual([
      '2026-11-16',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
    expect(totals.sessions).toMatchObject({ thisWeek: 600, weekBefore: 560, change: 25 });
  });

  it('is refused when fewer than five weekdays are complete in both weeks', () => {
    const states = someStates({
      '2026-11-16': 'truncated',
      '2026-11-17': 'missing',
      '2026-11-11': 'estimated',
    });
    expect(aReport({ states }).totals.sessions).toEqual({
      thisWeek: 600,
      weekBefore: 560,
      change: null,
      unit: 'percent',
      refusal: 'too-few-days',
      // The four weeks before do have the weekdays that the last one lacks.
      baseline: { value: 400, change: 25, refusal: null },
    });
  });

  it('is refused when a week has too few sessions to say anything', () => {
    const totals = someTotals(someStates(), (_, isBefore) => someSums(isBefore ? 4 : 40));
    expect(aReport({ totals }).totals.sessions).toMatchObject({
      thisWeek: 280,
      weekBefore: 28,
      change: null,
      refusal: 'too-few-sessions',
    });
  });

  it('has no percentage from zero, and none of what was never measured', () => {
    const totals = someTotals(someStates(), (_, isBefore) =>
      someSums(100, {}, { botSessions: isBefore ? 0 : 9, scrollDepth: null }),
    );
    const report = aReport({ totals });
    expect(report.totals.botSessions).toMatchObject({ change: null, refusal: 'from-zero' });
    expect(report.totals.scrollDepth).toEqual({
      thisWeek: null,
      weekBefore: null,
      change: null,
      unit: 'points',
      refusal: 'unknown',
      baseline: { value: null, change: null, refusal: 'unknown' },
    });
  });

  it('takes a rate over the sessions of the days on which it was known', () => {
    const totals = someTotals(someStates(), (day) => {
      const sums = someSums(100, { rageClicks: 10 });
      if (day !== '2026-11-18') return sums;
      const rageClicks = { events: null, affected: null, knownSessions: 0 };
      return { ...sums, signals: { ...sums.signals, rageClicks } };
    });
    expect(aReport({ totals }).totals.signals.rageClicks).toMatchObject({
      affected: 60,
      rate: { thisWeek: 0.1 },
    });
  });
});

/** States by the number of weeks that a day is before the week, 0 for in it. */
function statesByWeek(stateOf: (weeksBefore: number, weekday: number) => DayState) {
  const { from, to } = reportDays(WEEK);
  return someStates(
    Object.fromEntries(
      daysBetween(from, to).map((day, index) => [
        day,
        stateOf(8 - Math.floor(index / 7), index % 7),
      ]),
    ),
  );
}

describe('the baseline', () => {
  it('averages counts over the same weekdays of the four weeks before, and pools rates', () => {
    const totals = someTotals(someStates(), (day) => {
      if (day >= '2026-11-16') return someSums(100, { rageClicks: 10 });
      // The week right before is twice as busy, and has twice the rate.
      if (day >= '2026-11-09') return someSums(120, { rageClicks: 12 });
      return day >= '2026-10-19' ? someSums(60, { rageClicks: 3 }) : someSums(9_999);
    });
    const { sessions, signals, baselineWeeks } = aReport({ totals }).totals;
    expect(baselineWeeks).toBe(4);
    expect(sessions.baseline).toMatchObject({ value: 7 * 75, refusal: null });
    expect(sessions.baseline.change).toBeCloseTo(100 / 3);
    // 84 + 3 x 21 affected of 840 + 3 x 420 sessions.
    expect(signals.rageClicks.rate.baseline.value).toBeCloseTo(147 / 2_100);
    expect(signals.rageClicks.rate.baseline.change).toBeCloseTo(3);
  });

  it('needs a weekday twice, and five such weekdays', () => {
    const onceOnWeekends = statesByWeek((before, weekday) =>
      weekday >= 5 && before > 1 ? 'missing' : 'complete',
    );
    const { sessions, baselineDays } = aReport({ states: onceOnWeekends }).totals;
    expect(baselineDays).toBe(5);
    expect(sessions.baseline).toEqual({ value: 5 * 80, change: 25, refusal: null });
    const onceFromFriday = statesByWeek((before, weekday) =>
      weekday >= 4 && before > 1 ? 'missing' : 'complete',
    );
    const refused = aReport({ states: onceFromFriday }).totals;
    expect(refused.sessions).toMatchObject({
      change: 25,
      baseline: { value: null, refusal: 'too-few-days' },
    });
    expect(refused).toMatchObject({ baselineWeeks: 0, baselineDays: 0 });
  });

  it('counts the weeks that it is made of', () => {
    const states = statesByWeek((before) =>
      before === 2 || before === 3 ? 'missing' : 'complete',
    );
    expect(aReport({ states }).totals.baselineWeeks).toBe(2);
    const first = statesByWeek((before) => (before === 0 ? 'complete' : 'missing'));
    expect(aReport({ states: first }).totals).toMatchObject({
      baselineWeeks: 0,
      sessions: { weekBefore: null, baseline: { value: null, refusal: 'too-few-days' } },
    });
  });

  it('has no percentage from zero, and none of a handful of sessions', () => {
    const bots = (botSessions: number, sessions = 100): WindowSums =>
      someSums(sessions, {}, { botSessions });
    const fromZero = someTotals(someStates(), (_, isBefore) => bots(isBefore ? 0 : 9));
    expect(aReport({ totals: fromZero }).totals.botSessions.baseline).toEqual({
      value: 0,
      change: null,
      refusal: 'from-zero',
    });
    const few = someTotals(someStates(), (_, isBefore) => bots(0, isBefore ? 4 : 40));
    expect(aReport({ totals: few }).totals.sessions.baseline).toMatchObject({
      value: 28,
      refusal: 'too-few-sessions',
    });
  });
});

describe('the proof of a change of the whole site', () => {
  it('is the interval of its rates over the compared days', () => {
    const { proof } = aReport().totals.signals.rageClicks;
    // 56 of 700 sessions after 28 of 560: no clear change with 99 % over all six signals.
    expect(proof).toMatchObject({
      before: { affected: 28, sessions: 560, rate: 0.05 },
      after: { affected: 56, sessions: 700, rate: 0.08 },
      verdict: 'no-clear-change',
    });
    const much = someTotals(someStates(), (_, isBefore) =>
      someSums(1_000, { rageClicks: isBefore ? 50 : 80 }),
    );
    expect(aReport({ totals: much }).totals.signals.rageClicks.proof?.verdict).toBe('worse');
  });

  it('is none where the weeks are not compared or a side is unknown', () => {
    const states = statesByWeek((before, weekday) =>
      before === 1 && weekday > 3 ? 'missing' : 'complete',
    );
    expect(aReport({ states }).totals.signals.rageClicks.proof).toBeNull();
    const unknown = someTotals(someStates(), (_, isBefore) => {
      const sums = someSums(100);
      const rageClicks = { events: null, affected: null, knownSessions: 0 };
      return isBefore ? { ...sums, signals: { ...sums.signals, rageClicks } } : sums;
    });
    expect(aReport({ totals: unknown }).totals.signals.rageClicks.proof).toBeNull();
  });
});

describe('the trend', () => {
  it('is eight weeks, this one last, and a hole where little is known', () => {
    const states = statesByWeek((before, weekday) => {
      if (before === 3) return weekday < 3 ? 'missing' : 'complete';
      return before === 5 && weekday < 2 ? 'missing' : 'complete';
    });
    const { trend } = aReport({ states });
    expect(trend.map(({ week, knownDays, sessions }) => [week, knownDays, sessions])).toEqual([
      ['2026-W40', 7, 560],
      ['2026-W41', 7, 560],
      ['2026-W42', 5, 400],
      ['2026-W43', 7, 560],
      ['2026-W44', 4, null],
      ['2026-W45', 7, 560],
      ['2026-W46', 7, 560],
      ['2026-W47', 7, 700],
    ]);
    expect(trend[4]?.rates.rageClicks).toBeNull();
    expect(trend[7]?.rates.rageClicks).toBeCloseTo(0.08);
    expect(trend[7]?.rates.deadClicks).toBe(0);
  });

  it('goes over the turn of the year', () => {
    const week = '2027-W02';
    const { from } = reportDays(week);
    const { trend } = aReport({
      week,
      states: new Map([[addDays(from, 9), 'complete']]),
      pages: [],
    });
    expect(trend.map((row) => row.week)).toEqual([
      '2026-W48',
      '2026-W49',
      '2026-W50',
      '2026-W51',
      '2026-W52',
      '2026-W53',
      '2027-W01',
      '2027-W02',
    ]);
  });
});
