export { isBusyError } from './cannot-open.ts';
export { DatabaseError } from './errors.ts';
export { pendingMigrations } from './migrate/pending-migrations.ts';
export { databasePath, openAsItIs, openDatabase, openForReading } from './open-database.ts';
export type { Database } from './open-database.ts';
export {
  archivedAnswer,
  archivedAnswers,
  noteReadingBegun,
  pendingAnswers,
} from './load/archived-answers.ts';
export { BodyUnreadableError } from './load/unpack-body.ts';
export { refusesValues } from './refuses-values.ts';
export {
  removeImpossibleFacts,
  removeImpossibleSessions,
} from './store/remove-impossible-values.ts';
export { claimAlert } from './alerts/claim-alert.ts';
export { clearAlerts } from './alerts/clear-alerts.ts';
export { loadUndeliveredAlerts } from './alerts/load-undelivered-alerts.ts';
export { noteAlertNotified } from './alerts/note-alert-notified.ts';
export { raiseAlert } from './alerts/raise-alert.ts';
export { releaseAlert } from './alerts/release-alert.ts';
export type { ArchivedAnswer } from './load/archived-answers.ts';
export { checkBodies } from './load/check-bodies.ts';
export type { CheckedBodies } from './load/check-bodies.ts';
export { checkIntegrity } from './load/check-integrity.ts';
export type { Integrity } from './load/check-integrity.ts';
export { countPrunedDays } from './load/count-pruned-days.ts';
export { coveredBreakdowns } from './load/covered-breakdowns.ts';
export type { FactRange } from './load/fact-range.ts';
export { factRows } from './load/fact-rows.ts';
export type { FactRow } from './load/fact-rows.ts';
export { hasCallBefore } from './load/has-call-before.ts';
export { hasSessionRecords } from './load/has-session-records.ts';
export { isKnownPage } from './load/is-known-page.ts';
export { listProjects } from './load/list-projects.ts';
export { listRecentPages } from './load/list-recent-pages.ts';
export { loadCoverage } from './load/load-coverage.ts';
export type { CoveredDay } from './load/load-coverage.ts';
export { loadArchiveHealth } from './load/load-archive-health.ts';
export type { ArchiveHealth } from './load/load-archive-health.ts';
export { loadDailySignals } from './load/load-daily-signals.ts';
export { loadDailySums } from './load/load-daily-sums.ts';
export { loadDayStates } from './load/load-day-states.ts';
export { loadDeviceSignals } from './load/load-device-signals.ts';
export { isFailingToday, loadFailingDimensions } from './load/load-failing-calls.ts';
export { loadFileSize } from './load/load-file-size.ts';
export type { FileSize } from './load/load-file-size.ts';
export { loadProject } from './load/load-project.ts';
export { loadLatestCalls } from './load/load-latest-calls.ts';
export type { LedgerCall } from './load/load-latest-calls.ts';
export { loadPageSignals } from './load/load-page-signals.ts';
export { loadPrunableBodies } from './load/load-prunable-bodies.ts';
export type { PrunableBodies } from './load/load-prunable-bodies.ts';
export { loadReconciliations } from './load/load-reconciliations.ts';
export type { Reconciliation } from './load/load-reconciliations.ts';
export { loadSessionUrls } from './load/load-session-urls.ts';
export { loadUnreadableAnswers } from './load/load-unreadable-answers.ts';
export type { UnreadableAnswers } from './load/load-unreadable-answers.ts';
export { loadUnrecognised } from './load/load-unrecognised.ts';
export { loadWindowSums } from './load/load-window-sums.ts';
export { windowSumsReader } from './load/window-sums-reader.ts';
export type { SegmentSums } from './load/window-sums-reader.ts';
export { estimateFactsOfDay } from './load/estimate-facts-of-day.ts';
export { newestAnswerAt } from './load/newest-answer-at.ts';
export { newestCoveredDay } from './load/newest-covered-day.ts';
export type { Project } from './load/project.ts';
export { oldestCoveredDay } from './load/oldest-covered-day.ts';
export { newestWindowEnd } from './load/newest-window-end.ts';
export { tryToWrite } from './load/try-to-write.ts';
export type { WriteTrial } from './load/try-to-write.ts';
export type { KeptDays, RowSource } from './load/row-source.ts';
export { sessionRows } from './load/session-rows.ts';
export type { SessionRow } from './load/session-rows.ts';
export { loadAnswerFormat, loadReadCalls } from './load/load-collect-state.ts';
export { dropUnusedSegments } from './store/drop-unused-segments.ts';
export { loadFactsGrouping, saveFactsGrouping } from './store/facts-grouping.ts';
export type { FactsGrouping } from './store/facts-grouping.ts';
export { markAnswered } from './store/mark-read.ts';
export { regroupSessions, removeSessionDays, removeSessionsOf } from './store/regroup-sessions.ts';
export { backupDatabase } from './store/backup-database.ts';
export type { Backup } from './store/backup-database.ts';
export { pruneBodies } from './store/prune-bodies.ts';
export { rebuildSessionDays } from './store/rebuild-session-days.ts';
export type { SessionDayClaim } from './store/rebuild-session-days.ts';
export { acquireLease, releaseLease, renewLease } from './store/project-lease.ts';
export type { LeaseHolder, ProjectLease } from './store/project-lease.ts';
export {
  callsLeft,
  countCalls,
  isQuotaPinned,
  isTokenRefused,
  reserveCall,
} from './store/reserve-call.ts';
export type { Reservation } from './store/reserve-call.ts';
export { saveProject } from './store/save-project.ts';
export { beginSessionBatch } from './store/session-batch.ts';
export {
  abandonReservedCalls,
  archiveAnswer,
  failCall,
  keepAnswer,
  noteNotUnderstood,
} from './store/settle-call.ts';
export type { FailedState } from './store/settle-call.ts';
export type { AnswerReading } from './store/mark-read.ts';
export { settleDays } from './store/settle-days.ts';
export type { AnswerFacts, FactsOfCall, ImpossibleDifference } from './store/settle-days.ts';
export type { FactCounts } from './store/write-day.ts';
export { shrinkDatabase } from './store/shrink-database.ts';
export type { Shrinking } from './store/shrink-database.ts';
export { storeInsights } from './store/store-insights.ts';
export { storeSessionRecords } from './store/store-session-records.ts';
export { newSettings, takeOverSettings } from './store/take-over-settings.ts';
export { readAtOnce } from './read-at-once.ts';
export { writeInBulk } from './write-in-bulk.ts';
export { ABANDONED_AFTER_MINUTES, isAbandoned } from './report/abandoned.ts';
export { claimDelivery } from './report/claim-delivery.ts';
export type { DeliveryClaim } from './report/claim-delivery.ts';
export { countClaimedDeliveries } from './report/count-claimed-deliveries.ts';
export { DIGEST_SCOPE, findReportIssue } from './report/find-report-issue.ts';
export type { ReportIssue } from './report/find-report-issue.ts';
export { freezeReportIssue } from './report/freeze-report-issue.ts';
export { listReportIssues } from './report/list-report-issues.ts';
export type { IssueSummary } from './report/list-report-issues.ts';
export { loadReportModel } from './report/load-report-model.ts';
export { listAbandonedDeliveries } from './report/list-abandoned-deliveries.ts';
export type { AbandonedDelivery } from './report/list-abandoned-deliveries.ts';
export { recordDelivery } from './report/record-delivery.ts';
export type { DeliveryOutcome } from './report/record-delivery.ts';
export { rescheduleDeliveries } from './report/reschedule-deliveries.ts';
export { scheduleDeliveries } from './report/schedule-deliveries.ts';
export type { Delivery } from './report/delivery.ts';
export { listUnsubscribed } from './subscriptions/list-unsubscribed.ts';
export { resubscribe } from './subscriptions/resubscribe.ts';
export { subscriptionOfToken, unsubscribeToken } from './subscriptions/unsubscribe-token.ts';
export { unsubscribe } from './subscriptions/unsubscribe.ts';
export { annotatePage } from './page-notes/annotate-page.ts';
export { listAnnotations } from './page-notes/list-annotations.ts';
export type { Annotation } from './page-notes/list-annotations.ts';
export { listMutes } from './page-notes/list-mutes.ts';
export type { Mute } from './page-notes/list-mutes.ts';
export { reconciliationKinds } from './store/reconcile-days.ts';
export { apiKeyState } from './api-keys/api-key.ts';
export type { ApiKey, ApiKeyState } from './api-keys/api-key.ts';
export { createApiKey } from './api-keys/create-api-key.ts';
export { findApiKey } from './api-keys/find-api-key.ts';
export { listApiKeys } from './api-keys/list-api-keys.ts';
export { noteKeyUsed } from './api-keys/note-key-used.ts';
export { revokeApiKey } from './api-keys/revoke-api-key.ts';
export { mutePage } from './page-notes/mute-page.ts';
export { removeAnnotation } from './page-notes/remove-annotation.ts';
export { unmutePage } from './page-notes/unmute-page.ts';
