export { openDatabase } from './open-database.ts';
export type { Database } from './open-database.ts';
export { coveredBreakdowns } from './load/covered-breakdowns.ts';
export type { FactRange } from './load/fact-range.ts';
export { isKnownPage } from './load/is-known-page.ts';
export { listProjects } from './load/list-projects.ts';
export { listRecentPages } from './load/list-recent-pages.ts';
export { loadDailySums } from './load/load-daily-sums.ts';
export { loadDayStates } from './load/load-day-states.ts';
export { loadProject } from './load/load-project.ts';
export { loadWindowSums } from './load/load-window-sums.ts';
export { newestCoveredDay } from './load/newest-covered-day.ts';
export type { Project } from './load/project.ts';
export { loadAnswerFormat, loadReadCalls } from './load/load-collect-state.ts';
export { rebuildSessionDays } from './store/rebuild-session-days.ts';
export type { SessionDayClaim } from './store/rebuild-session-days.ts';
export { countCalls, reserveCall } from './store/reserve-call.ts';
export { saveProject } from './store/save-project.ts';
export { beginSessionBatch } from './store/session-batch.ts';
export {
  archiveAnswer,
  failCall,
  keepAnswer,
  noteNotUnderstood,
  pendingAnswers,
} from './store/settle-call.ts';
export type { FailedState, PendingAnswer } from './store/settle-call.ts';
export type { FactCounts } from './store/store-day-facts.ts';
export { storeInsights } from './store/store-insights.ts';
export type { AnswerReading } from './store/store-insights.ts';
export { storeSessionRecords } from './store/store-session-records.ts';
export { writeInBulk } from './write-in-bulk.ts';
export { claimDelivery } from './report/claim-delivery.ts';
export { findReportIssue } from './report/find-report-issue.ts';
export { freezeReportIssue } from './report/freeze-report-issue.ts';
export { recordDelivery } from './report/record-delivery.ts';
export { scheduleDelivery } from './report/schedule-delivery.ts';
export type { Delivery } from './report/schedule-delivery.ts';
