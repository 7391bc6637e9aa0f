// calendar: days, weeks, windows, time zones
export { instantAfter, instantBefore, parseAge } from './calendar/age.ts';
export {
  dayProblem,
  FIRST_DAY,
  isCalendarDay,
  isCalendarInstant,
  LAST_DAY,
  LONGEST_WINDOW_DAYS,
} from './calendar/calendar-bounds.ts';
export { askedDaySchema, daySchema } from './calendar/day-schema.ts';
export { addDays, countDays, daysBetween } from './calendar/day.ts';
export type { Day } from './calendar/day.ts';
export {
  addWeeks,
  daysOfWeek,
  firstDayOfWeek,
  isIsoWeek,
  lastCompleteWeek,
  weekOf,
} from './calendar/iso-week.ts';
export type { IsoWeek } from './calendar/iso-week.ts';
export { questionWindow } from './calendar/question-window.ts';
export type { QuestionWindow } from './calendar/question-window.ts';
export {
  oldest24Hours,
  oldestDayOfWindow,
  overlapSeconds,
  reportingDay,
  rollingWindow,
} from './calendar/rolling-window.ts';
export type { NumOfDays } from './calendar/rolling-window.ts';
export { dayBounds, dayOfInstant, instantOf, timeZoneSchema } from './calendar/time-zone.ts';
export { weekdayOf } from './calendar/weekday.ts';
export { askedWeekSchema, isoWeekSchema, weekProblem } from './calendar/week-schema.ts';

// urls: a raw URL -> a page
export { pageLinks } from './urls/clarity-links.ts';
export { compareUrlRules } from './urls/compare-url-rules.ts';
export type { PageSessions, UrlRulesComparison } from './urls/compare-url-rules.ts';
export { normaliseUrl, URL_RULES_VERSION } from './urls/normalise-url.ts';
export { reviewPages } from './urls/review-pages.ts';
export type { PagesReview } from './urls/review-pages.ts';
export { NOT_A_WEB_PAGE } from './urls/not-a-web-page.ts';
export { defaultUrlRules, urlRulesSchema } from './urls/url-rules.ts';
export type { UrlRules } from './urls/url-rules.ts';

// segments: what sessions are counted by
export { breakdownDimensions, breakdownOf, breakdowns, dimensions } from './segments/breakdown.ts';
export type { Breakdown, Dimension } from './segments/breakdown.ts';
export { segmentOf } from './segments/segment.ts';
export type { Segment } from './segments/segment.ts';
export { forEachSignal, signals } from './segments/signals.ts';
export type { Signal } from './segments/signals.ts';

// facts: a response -> counts per segment
export { answeredBreakdown } from './facts/answered-breakdown.ts';
export { differenceFacts, sumSessions } from './facts/difference-facts.ts';
export { reconciledLists, ROW_CAP, TOP_LIST_CAP } from './facts/insights-answer.ts';
export type {
  DimensionValues,
  DoubtfulField,
  InsightsAnswer,
  ReconciledList,
} from './facts/insights-answer.ts';
export { MAX_COUNT, MAX_PERCENT, MAX_SECONDS } from './facts/measure-bounds.ts';
export { mean } from './facts/measures.ts';
export type { Measures, WeightedSum } from './facts/measures.ts';
export { missingMetrics, signalMetrics } from './facts/metric-names.ts';
export { pivotInsights } from './facts/pivot-insights.ts';
export type { BreakdownFacts } from './facts/pivot-insights.ts';
export { possibleCount, possibleShare, possibleWeighted } from './facts/possible-counts.ts';
export { NO_PAGE } from './segments/segment.ts';
export type { SegmentFact } from './facts/segment-fact.ts';
export { rateOf } from './facts/signal-share.ts';
export type { SignalSums } from './facts/signal-sums.ts';
export type { WindowSums } from './facts/window-sums.ts';

// session-records: the second format
export type { SessionRecord } from './session-records/session-record.ts';

// coverage: what is known of a day
export { coverageOf, dayStates } from './coverage/coverage.ts';
export type { Coverage, DayState } from './coverage/coverage.ts';
export type { CoveredDay } from './coverage/covered-day.ts';
export { takesOver } from './coverage/day-winner.ts';
export type { DaySource } from './coverage/day-winner.ts';
export { planSessionDays, sessionBreakdowns } from './coverage/plan-session-days.ts';
export type { SessionDayClaim } from './coverage/plan-session-days.ts';
export { planSettlement } from './coverage/plan-settlement.ts';
export type { DaySettlement, ResponseSummary } from './coverage/plan-settlement.ts';
export { reconcileDays, reconciliationKinds } from './coverage/reconcile-days.ts';
export type { ComparedCounts } from './coverage/reconcile-days.ts';
export { resolveDays } from './coverage/resolve-days.ts';
export { MAX_APART_SECONDS, pairKey, windowPairs } from './coverage/window-pairs.ts';
export type { AnsweredWindow } from './coverage/window-pairs.ts';

// collect-plan: the calls to make
export {
  DEFAULT_RESERVE,
  extraBreakdowns,
  jitterAdvice,
  planOverflow,
} from './collect-plan/daily-plan.ts';
export type { ExtraBreakdown } from './collect-plan/daily-plan.ts';
export { planCalls } from './collect-plan/plan-calls.ts';
export type { CollectPlan } from './collect-plan/plan-calls.ts';
export type { AnsweredCall, HeldDay } from './collect-plan/plan-input.ts';
export type { CallReason, PlannedCall } from './collect-plan/planned-call.ts';

// quota: calls in any 24 hours
export { QUOTA_LIMIT, rollingQuota } from './quota/rolling-quota.ts';
export type { Quota } from './quota/rolling-quota.ts';

// frustration: weights, impact, ranking
export { defaultSignalWeights, signalWeightsSchema } from './frustration/impact.ts';
export type { SignalWeights } from './frustration/impact.ts';
export {
  DEFAULT_MIN_SESSIONS,
  rankings,
  rankPages,
  siteSignalRates,
} from './frustration/rank-pages.ts';
export type { RankedPage, Ranking } from './frustration/rank-pages.ts';

// projects: an id or a name -> the project that is meant
export { chooseProject } from './projects/choose-project.ts';
export { knownProjects } from './projects/known-projects.ts';
export type { NamedProject } from './projects/known-projects.ts';
export { UnknownProjectError } from './projects/unknown-project-error.ts';

// errors: why a program could not do its work
export type { ExitKind } from './errors/exit-kind.ts';

// weekly-report: the facts of a week -> the report
export { buildWeeklyReport } from './weekly-report/build-weekly-report.ts';
export type {
  FollowedPage,
  PageSums,
  WeekFacts,
  WeeklyReportInput,
} from './weekly-report/report-input.ts';
export { weeklyReportSchema } from './weekly-report/report-model.ts';
export type {
  BetterPage,
  BrowserContrast,
  Figure,
  Finding,
  Fix,
  Gap,
  MutedPage,
  PageVerdict,
  RateChange,
  Recommendation,
  ReportedPage,
  ReportWords,
  TrendWeek,
  WeeklyReport,
} from './weekly-report/report-model.ts';
export { comparedPageDays, MIN_COMPARED_DAYS, reportDays } from './weekly-report/days/week-days.ts';
export { buildDigest } from './weekly-report/digest/build-digest.ts';
export { digestSchema } from './weekly-report/digest/digest-model.ts';
export type { Digest, DigestProject } from './weekly-report/digest/digest-model.ts';
export { frustratingSignal } from './weekly-report/pages/clear-frustration.ts';
export { recommend } from './weekly-report/recommendations/recommend.ts';
export { pagesToFollow, surveyWeek } from './weekly-report/survey/survey.ts';
export { briefForModel } from './weekly-report/words/brief-for-model.ts';
export { groundedWords, modelAnswerSchema } from './weekly-report/words/grounded-words.ts';
export type { ModelBrief } from './weekly-report/words/model-brief.ts';

// display: words for people, safe to show
export { adviceRatings } from './display/names/advice-ratings.ts';
export { breakdownName } from './display/names/breakdown-names.ts';
export { impactDefinition, impactMeaning } from './display/sentences/impact.ts';
export { signalRatesMeaning } from './display/sentences/signal-rates.ts';
export { callText } from './display/sentences/calls.ts';
export {
  changeText,
  comparedWith,
  comparisonText,
  provenChangeText,
  signedChange,
} from './display/changes.ts';
export { countGapText } from './display/sentences/count-gaps.ts';
export {
  dayAndMonth,
  dayMonthYear,
  dayName,
  dayRange,
  dayRangeWithYear,
  daysInWords,
  dayStretches,
  fullDay,
  isoStretches,
  minute,
  minuteUtc,
  monthAndYear,
  shortWeekday,
  timeAgo,
  weekDates,
  weekDatesWithYear,
  weekdayName,
} from './display/dates.ts';
export {
  coverageInWords,
  dayStateMark,
  dayStateMeaning,
  dayStateName,
  daysInState,
  shownDayStates,
} from './display/names/day-states.ts';
export { deviceName, onDevice, sessionsOn } from './display/names/device-names.ts';
export { displayText, nameText, shortenMiddle } from './display/safe-text/display-text.ts';
export { inputProblem } from './display/sentences/input-problems.ts';
export { minuteIn } from './display/local-minute.ts';
export { capitalised, listed, listedUpTo } from './display/lists.ts';
export {
  byteSize,
  compactCount,
  counted,
  decimal,
  impactText,
  integer,
  percent,
  plainPercent,
  points,
  rate,
  rateBounds,
  roughly,
  seconds,
  signed,
  signedPoints,
  times,
  UNKNOWN,
} from './display/numbers.ts';
export { pageLabel, siteHostOf } from './display/names/page-names.ts';
export { callsUsed, nextFreeCalls } from './display/sentences/quota.ts';
export { refusalText } from './display/sentences/refusals.ts';
export {
  signalCount,
  signalHead,
  signalMeaning,
  signalNames,
  signalTitle,
} from './display/names/signal-names.ts';
export { tokenStateName } from './display/names/token-states.ts';
export type { TokenState } from './display/names/token-states.ts';
export { fixVerdictName, markedVerdict, verdictName } from './display/names/verdict-names.ts';
export { escapeHtml } from './display/safe-text/escape-html.ts';
export { escapeUnseen } from './display/safe-text/escape-unseen.ts';
export { likelyMeant, nearestTexts } from './display/safe-text/nearest-texts.ts';
export { quoted } from './display/safe-text/quoted.ts';
export { withoutSecrets } from './display/safe-text/without-secrets.ts';

// token: when it expires
export { tokenExpiry } from './token/token-expiry.ts';

// bounded: streams of a limited size
export { holdBytes } from './bounded/hold-bytes.ts';
export { readBounded } from './bounded/read-bounded.ts';
export { TooLargeError } from './bounded/too-large-error.ts';
export type { Line } from './bounded/split-lines.ts';
export { splitLines } from './bounded/split-lines.ts';
