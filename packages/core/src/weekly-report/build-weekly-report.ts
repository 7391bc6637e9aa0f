import type { Day } from '../calendar/day.ts';
import type { IsoWeek } from '../calendar/iso-week.ts';
import { addWeeks, daysOfWeek } from '../calendar/iso-week.ts';
import type { Coverage, DayState } from '../coverage/coverage.ts';
import { coverageOf } from '../coverage/coverage.ts';
import { mean } from '../facts/measures.ts';
import type { WindowSums } from '../facts/window-sums.ts';
import { DEFAULT_MIN_SESSIONS } from '../frustration/rank-pages.ts';
import type { SignalWeights } from '../frustration/impact.ts';
import { dashboardLink } from '../urls/clarity-links.ts';
import { comparableDays } from './compare-weeks.ts';
import type { ReportedBreakdown } from './gaps.ts';
import { gapsOf } from './gaps.ts';
import { headlineOf } from './headline.ts';
import { label } from './page-label.ts';
import type { WeeklyReport } from './report-model.ts';
import { sumDays } from './sum-days.ts';
import { topPages } from './top-pages.ts';
import { topReferrers } from './top-referrers.ts';
import { topSources } from './top-sources.ts';
import { weekTotals } from './totals.ts';

type States = ReadonlyMap<Day, DayState>;

export interface WeeklyReportInput {
  project: { id: string; name: string; timeZone: string };
  week: IsoWeek;
  /** The states of the days of the week and of the week before. */
  states: Record<ReportedBreakdown | 'referrer', States>;
  /** The site's sums per day of both weeks. */
  totals: ReadonlyMap<Day, WindowSums>;
  /** The sums of the week. */
  pages: readonly { page: string; sums: WindowSums }[];
  devices: readonly { device: string; sums: WindowSums }[];
  referrers: readonly { referrer: string; sums: WindowSums }[];
  sources: readonly { source: string; medium: string; sums: WindowSums }[];
  weights: SignalWeights;
}

/** The report of one project and ISO week in its time zone. Pure: the same input gives the same report. */
export function buildWeeklyReport(input: WeeklyReportInput): WeeklyReport {
  const { project, week, states } = input;
  const range = rangeOf(week);
  const rangeBefore = rangeOf(addWeeks(week, -1));
  const coverage = coverageOf(range, states.total);
  const coverageBefore = coverageOf(rangeBefore, states.total);
  const known = (breakdown: keyof typeof states): Coverage | null =>
    states[breakdown].size === 0 ? null : coverageOf(range, states[breakdown]);

  const comparedDays = comparableDays(coverage.complete, coverageBefore.complete);
  const days = daysOfWeek(week);
  const daysBefore = daysOfWeek(addWeeks(week, -1));
  const totals = weekTotals({
    comparedDays,
    known: {
      thisWeek: sumDays(input.totals, days),
      weekBefore: sumDays(input.totals, daysBefore),
    },
    compared: {
      thisWeek: sumDays(input.totals, comparedDays),
      weekBefore: sumDays(
        input.totals,
        daysBefore.filter((_, index) => comparedDays.includes(days[index] ?? '')),
      ),
    },
  });
  const pages = {
    coverage: coverageOf(range, states.page),
    comparedDays: [],
    ...topPages(input.pages, { projectId: project.id, weights: input.weights }),
  };
  const [referrerCoverage, sourceCoverage] = [known('referrer'), known('source_medium')];
  const deviceCoverage = known('device');
  return {
    version: 2,
    project: { ...project, dashboard: dashboardLink(project.id) },
    week,
    days: range,
    coverage: { week: coverage, weekBefore: coverageBefore },
    headline: headlineOf({ week, coverage, sessions: totals.sessions.thisWeek, pages }),
    changeConfidence: 0.99,
    totals,
    trend: [],
    pages,
    better: [],
    findings: [],
    muted: [],
    fixes: [],
    recommendations: [],
    browsers: null,
    devices: {
      coverage: deviceCoverage ?? coverageOf(range, new Map()),
      rows: input.devices
        .filter(({ sums }) => sums.sessions > 0)
        .toSorted((a, b) => b.sums.sessions - a.sums.sessions)
        .map(({ device, sums }) => ({
          device: label(device === '' ? '(unknown)' : device),
          sessions: sums.sessions,
          scrollDepth: mean(sums.scrollDepth),
          enoughData: sums.sessions >= DEFAULT_MIN_SESSIONS,
        })),
    },
    referrers:
      referrerCoverage === null
        ? null
        : { coverage: referrerCoverage, ...topReferrers(input.referrers) },
    sources:
      sourceCoverage === null ? null : { coverage: sourceCoverage, ...topSources(input.sources) },
    missing: gapsOf({
      total: coverage,
      page: pages.coverage,
      ...(deviceCoverage === null ? {} : { device: deviceCoverage }),
      ...(sourceCoverage === null ? {} : { source_medium: sourceCoverage }),
    }),
    words: null,
  };
}

function rangeOf(week: IsoWeek): { from: Day; to: Day } {
  const days = daysOfWeek(week);
  // A week has seven days.
  return { from: days[0] as Day, to: days[6] as Day };
}
