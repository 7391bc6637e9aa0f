// questions: a file each
export { coverageCalendar } from './questions/coverage-calendar.ts';
export { devicesScrollDepth } from './questions/devices-scroll-depth.ts';
export { exportScope } from './questions/export-scope.ts';
export { pagesDetail } from './questions/pages-detail.ts';
export { pagesFrustration } from './questions/pages-frustration.ts';
export { projectsList } from './questions/projects-list.ts';
export { referrersBounceRate } from './questions/referrers-bounce-rate.ts';
export { reportsGet } from './questions/reports-get.ts';
export { reportsList } from './questions/reports-list.ts';
export { sourcesQuickbackRate } from './questions/sources-quickback-rate.ts';
export { statusGet } from './questions/status-get.ts';
export { trendsDaily } from './questions/trends-daily.ts';

// asking: what questions share, and how they are asked
export { QueryError, queryErrorCodes } from './errors.ts';
export type { QueryErrorCode } from './errors.ts';
export { askQuestion } from './asking/ask-question.ts';
export { badInput } from './asking/bad-input.ts';
export { findPage } from './asking/find-page.ts';
export { findProject } from './asking/find-project.ts';
export type { Question, QuestionContext } from './asking/question.ts';
export { resolveWindow } from './asking/resolve-window.ts';

// work: its bounds
export { answerQuestion } from './work/answer-question.ts';
export { questionGate } from './work/question-gate.ts';
export type { QuestionGate } from './work/question-gate.ts';

// status: how the collection is doing
export type { CollectionOutlook } from './status/collection-outlook.ts';
export { databaseStatus } from './status/database-status.ts';
export type { DatabaseStatus } from './status/database-status.ts';
export { notableGaps } from './status/notable-gaps.ts';
export type { NotableGap } from './status/notable-gaps.ts';
export { shownBreakdowns } from './status/shown-days.ts';

// weekly-report: the report of a week
export { weeklyReport } from './weekly-report/weekly-report.ts';
