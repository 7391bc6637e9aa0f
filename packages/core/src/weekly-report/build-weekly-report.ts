import type { Day } from '../calendar/day.ts';
import type { IsoWeek } from '../calendar/iso-week.ts';
import { addWeeks, daysOfWeek, firstDayOfWeek } from '../calendar/iso-week.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { coverageOf } from '../coverage/coverage.ts';
import { CHANGE_CONFIDENCE } from '../statistics/confidence.ts';
import { DEFAULT_MIN_SESSIONS, siteSignalRates } from '../frustration/rank-pages.ts';
import { dashboardLink } from '../urls/clarity-links.ts';
import { NOT_A_WEB_PAGE } from '../urls/not-a-web-page.ts';
import { betterPages } from './pages/better-pages.ts';
import { topBrowsers } from './contrasts/browser-contrasts.ts';
import { dayGaps } from './gaps/day-gaps.ts';
import { describePage } from './pages/describe-page.ts';
import { deviceRows } from './audience/device-rows.ts';
import { findingsOf } from './findings/findings.ts';
import { fixOf } from './fixes/fix.ts';
import { formatGap } from './gaps/format-gap.ts';
import { headlineOf } from './headline/headline.ts';
import { mutedPage } from './pages/muted-page.ts';
import { pageLabel, siteHostOf } from '../display/names/page-names.ts';
import type { DayStates, FollowedPage, WeekFacts, WeeklyReportInput } from './report-input.ts';
import { recommend } from './recommendations/recommend.ts';
import type { ReportParts } from './recommendations/rule.ts';
import type { WeeklyReport } from './report-model.ts';
import type { Survey } from './survey/survey.ts';
import { surveyWeek } from './survey/survey.ts';
import { tokenGap } from './gaps/token-gap.ts';
import { topReferrers } from './audience/top-referrers.ts';
import { topSources } from './audience/top-sources.ts';
import { weekTotals } from './totals/totals.ts';
import { trendOf } from './totals/trend.ts';
import { comparedPageDays, knownDays, lastDayOfWeek } from './days/week-days.ts';

const unfollowed: FollowedPage = { days: new Map(), devices: new Map() };

/**
 * The report of one project and ISO week in its time zone. Pure: the same input gives the same report.
 * The survey is of the same facts; a caller that already made it to follow pages passes it on.
 */
export function buildWeeklyReport(
  { followed, ...facts }: WeeklyReportInput,
  survey: Survey = surveyWeek(facts),
): WeeklyReport {
  const parts = reportParts(facts, survey, followed);
  return { ...parts, recommendations: recommend(parts), words: null };
}

function reportParts(
  facts: WeekFacts,
  survey: Survey,
  followed: WeeklyReportInput['followed'],
): ReportParts {
  const { project, week, states, weights } = facts;
  const range = rangeOf(week);
  const coverage = coverageOf(range, states.total);
  const collected = (breakdown: keyof WeekFacts['states']): Coverage | null =>
    isCollected(week, states[breakdown]) ? coverageOf(range, states[breakdown]) : null;
  const [device, source] = [collected('device'), collected('source_medium')];
  const [referrer, browser] = [collected('referrer'), collected('browser')];
  const siteHost = siteHostOf(
    facts.pages.map(({ page, sums }) => ({ page, sessions: sums.sessions })),
  );
  const labelOf = (page: string): string => pageLabel(page, siteHost);
  const follow = (page: string): FollowedPage => followed.get(page) ?? unfollowed;
  const described = survey.top.map((judged) => ({
    judged,
    ...describePage(judged, {
      facts,
      followed: follow(judged.page),
      history: survey.history,
      label: labelOf(judged.page),
    }),
  }));
  const totals = weekTotals(facts);
  const pages = {
    coverage: coverageOf(range, states.page),
    comparedDays: comparedPageDays(week, states.page).thisWeek,
    top: described.map(({ page }) => page),
    judged: survey.judged.length,
    setApart: survey.setApart,
    minSessions: DEFAULT_MIN_SESSIONS,
    siteRates: siteSignalRates(
      facts.pages.filter(({ page }) => page !== NOT_A_WEB_PAGE).map(({ sums }) => sums),
    ),
    weights,
  };
  const better = betterPages(survey.improvements, {
    projectId: project.id,
    days: { ...range, timeZone: project.timeZone },
    labelOf,
  });
  const browsers = browser && { coverage: browser, contrasts: topBrowsers(facts) };
  return {
    version: 2,
    project: { ...project, dashboard: dashboardLink(project.id) },
    week,
    days: range,
    coverage: { week: coverage, weekBefore: coverageOf(rangeOf(addWeeks(week, -1)), states.total) },
    headline: headlineOf({
      week,
      coverage,
      sessions: totals.sessions.thisWeek,
      pages,
      worst: described.find(({ judged }) => judged === survey.worst) ?? null,
      better,
      browsers,
    }),
    changeConfidence: CHANGE_CONFIDENCE,
    totals,
    trend: trendOf(facts),
    pages,
    better,
    findings: findingsOf(survey, { daysOf: (page) => follow(page).days, weights, labelOf }),
    muted: survey.mutes.map((mute) => mutedPage(mute, survey.judged, labelOf)),
    fixes: survey.annotations.map((annotation) =>
      fixOf(annotation, {
        label: labelOf(annotation.page),
        page: follow(annotation.page).days,
        site: facts.sitePages,
        states: states.page,
        lastDay: range.to,
        weights,
        otherDays: facts.annotations
          .filter((other) => other !== annotation && other.page === annotation.page)
          .map(({ day }) => day),
      }),
    ),
    devices: { coverage: coverageOf(range, states.device), rows: deviceRows(facts.devices) },
    browsers,
    referrers: referrer && { coverage: referrer, ...topReferrers(facts.referrers) },
    sources: source && { coverage: source, ...topSources(facts.sources) },
    missing: [
      ...dayGaps({
        total: coverage,
        page: pages.coverage,
        ...(device && { device }),
        ...(source && { source_medium: source }),
      }),
      tokenGap(facts.tokenExpiresAt, { now: facts.now, timeZone: project.timeZone }),
      formatGap(facts.unrecognised),
    ].filter((gap) => gap !== null),
  };
}

/** Whether a breakdown is known on any day of the week or the one before. Otherwise it is not collected. */
function isCollected(week: IsoWeek, states: DayStates): boolean {
  return knownDays([...daysOfWeek(addWeeks(week, -1)), ...daysOfWeek(week)], states).length > 0;
}

function rangeOf(week: IsoWeek): { from: Day; to: Day } {
  return { from: firstDayOfWeek(week), to: lastDayOfWeek(week) };
}
