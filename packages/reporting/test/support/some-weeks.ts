import type { Figure, WeeklyReport } from '@clarity-keep/core';
import { forEachSignal } from '@clarity-keep/core';
import { sampleReport } from '../../src/sample/sample-report.ts';

/** The made-up week, which takes a moment to make up. */
const sample = sampleReport();

const nothing = { page: null, signal: null, device: null };

/** The made-up week with some of it otherwise. */
export function aSampleReport(overrides: Partial<WeeklyReport> = {}): WeeklyReport {
  return { ...sample, ...overrides };
}

/** A figure of which only the number of the week is known. */
export function figureOf(thisWeek: number | null, unit: Figure['unit'] = 'percent'): Figure {
  return {
    thisWeek,
    weekBefore: null,
    change: null,
    unit,
    refusal: 'too-few-days',
    baseline: { value: null, change: null, refusal: 'unknown' },
  };
}

/** A week in which nothing is proven of anything. */
export function aQuietWeek(): WeeklyReport {
  return {
    ...sample,
    headline: {
      ...nothing,
      type: 'quiet',
      sentence: 'A quiet week: no page is clearly more frustrating than the rest.',
    },
    totals: {
      ...sample.totals,
      signals: forEachSignal((signal) => {
        const totals = sample.totals.signals[signal];
        return {
          ...totals,
          proof: totals.proof === null ? null : { ...totals.proof, verdict: 'no-clear-change' },
        };
      }),
    },
    pages: {
      ...sample.pages,
      top: sample.pages.top.map((page) => ({
        ...page,
        impact: 0,
        verdict: 'no-clear-change',
        mainSignal: null,
        contrast: null,
        since: null,
        weeks: 0,
        signals: forEachSignal((signal) => ({
          ...page.signals[signal],
          impact: 0,
          change: null,
        })),
      })),
    },
    better: [],
    findings: [],
    muted: [],
    fixes: [],
    recommendations: [],
    missing: [],
    browsers: null,
  };
}

/** The first week that is known: there is nothing to hold it against. */
export function aFirstWeek(): WeeklyReport {
  const unknown = {
    complete: [],
    estimated: [],
    truncated: [],
    missing: sample.coverage.weekBefore.complete,
  };
  return {
    ...sample,
    coverage: { ...sample.coverage, weekBefore: unknown },
    totals: {
      ...sample.totals,
      comparedDays: [],
      baselineWeeks: 0,
      baselineDays: 0,
      sessions: figureOf(sample.totals.sessions.thisWeek),
      botSessions: figureOf(sample.totals.botSessions.thisWeek),
      scrollDepth: figureOf(sample.totals.scrollDepth.thisWeek, 'points'),
      activeSeconds: figureOf(sample.totals.activeSeconds.thisWeek),
      signals: forEachSignal((signal) => ({
        ...sample.totals.signals[signal],
        rate: figureOf(sample.totals.signals[signal].rate.thisWeek, 'points'),
        proof: null,
      })),
    },
    trend: sample.trend.map((week) =>
      week.week === sample.week
        ? week
        : { ...week, knownDays: 0, sessions: null, rates: forEachSignal(() => null) },
    ),
    pages: {
      ...sample.pages,
      comparedDays: [],
      top: sample.pages.top.map((page) => ({
        ...page,
        sessionsBefore: null,
        verdict: 'not-enough-data',
        since: null,
        signals: forEachSignal((signal) => ({ ...page.signals[signal], change: null })),
      })),
    },
    better: [],
    findings: sample.findings.filter(({ status }) => status === 'new'),
    fixes: [],
    muted: [],
  };
}

/** A week of which nothing was collected. */
export function anEmptyWeek(): WeeklyReport {
  const all = sample.coverage.week.complete;
  const unknown = { complete: [], estimated: [], truncated: [], missing: all };
  const none = forEachSignal(() => null);
  return {
    ...aFirstWeek(),
    coverage: { week: unknown, weekBefore: sample.coverage.weekBefore },
    headline: {
      ...nothing,
      type: 'nothing-collected',
      sentence: 'Nothing was collected for 16–22 Nov, so there is nothing to report.',
    },
    totals: {
      comparedDays: [],
      baselineWeeks: 0,
      baselineDays: 0,
      sessions: figureOf(null),
      botSessions: figureOf(null),
      scrollDepth: figureOf(null, 'points'),
      activeSeconds: figureOf(null),
      signals: forEachSignal(() => ({
        events: null,
        affected: null,
        rate: figureOf(null, 'points'),
        proof: null,
      })),
    },
    pages: { ...sample.pages, coverage: unknown, top: [], judged: 0, setApart: 0, siteRates: none },
    recommendations: [],
    findings: [],
    devices: { coverage: unknown, rows: [] },
    browsers: null,
    referrers: null,
    sources: null,
    missing: [
      {
        kind: 'days',
        state: 'missing',
        breakdown: null,
        days: all,
        sentence: 'Nothing was collected for the whole week.',
      },
    ],
  };
}
