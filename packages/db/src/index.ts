export { reconciliationKinds } from '@clarity-keep/core';
export type { CoveredDay, SessionDayClaim } from '@clarity-keep/core';
export { DatabaseError } from './errors.ts';

// file: open and migrate the SQLite file
export { isBusyError } from './file/cannot-open.ts';
export { databasePath } from './file/database-path.ts';
export { openAsItIs, openDatabase, openForReading } from './file/open-database.ts';
export type { Database } from './file/open-database.ts';
export { pendingMigrations } from './file/pending-migrations.ts';
export { readAtOnce } from './file/read-at-once.ts';
export { refusesValues } from './file/refuses-values.ts';
export { writeInBulk } from './file/write-in-bulk.ts';

// maintenance: back up, shrink and check it
export { backupDatabase } from './maintenance/backup-database.ts';
export type { Backup } from './maintenance/backup-database.ts';
export { checkIntegrity } from './maintenance/check-integrity.ts';
export type { Integrity } from './maintenance/check-integrity.ts';
export { loadFileSize } from './maintenance/load-file-size.ts';
export type { FileSize } from './maintenance/load-file-size.ts';
export { shrinkDatabase } from './maintenance/shrink-database.ts';
export type { Shrinking } from './maintenance/shrink-database.ts';
export { tryToWrite } from './maintenance/try-to-write.ts';
export type { WriteTrial } from './maintenance/try-to-write.ts';

// projects: names, weights, and what facts are grouped by
export { loadFactsGrouping, saveFactsGrouping } from './projects/facts-grouping.ts';
export type { FactsGrouping } from './projects/facts-grouping.ts';
export { listProjects } from './projects/list-projects.ts';
export { loadProject } from './projects/load-project.ts';
export type { Project } from './projects/project.ts';
export { saveProject } from './projects/save-project.ts';
export { openWithSettings } from './projects/open-with-settings.ts';
export { newSettings, takeOverSettings } from './projects/take-over-settings.ts';

// ledger: calls, the quota and the lease
export { abandonReservedCalls } from './ledger/abandon-reserved-calls.ts';
export { failCall } from './ledger/fail-call.ts';
export type { FailedState } from './ledger/fail-call.ts';
export { hasCallBefore } from './ledger/has-call-before.ts';
export { isTokenRefused } from './ledger/is-token-refused.ts';
export { isFailingLately, loadFailingDimensions } from './ledger/load-failing-calls.ts';
export { loadLatestCalls } from './ledger/load-latest-calls.ts';
export type { LedgerCall } from './ledger/load-latest-calls.ts';
export { loadAnswerFormat, loadReadCalls } from './ledger/load-read-calls.ts';
export { newestAnswerAt } from './ledger/newest-answer-at.ts';
export { newestWindowEnd } from './ledger/newest-window-end.ts';
export { acquireLease, releaseLease, renewLease } from './ledger/project-lease.ts';
export type { LeaseHolder, ProjectLease } from './ledger/project-lease.ts';
export { loadQuota } from './ledger/load-quota.ts';
export { reserveCall } from './ledger/reserve-call.ts';
export type { Reservation } from './ledger/reserve-call.ts';

// archive: raw responses
export { archiveAnswer } from './archive/archive-answer.ts';
export {
  archivedAnswer,
  archivedAnswers,
  noteReadingBegun,
  pendingAnswers,
} from './archive/archived-answers.ts';
export type { ArchivedAnswer } from './archive/archived-answers.ts';
export { checkBodies } from './archive/check-bodies.ts';
export type { CheckedBodies } from './archive/check-bodies.ts';
export { keepAnswer } from './archive/keep-answer.ts';
export { loadArchiveHealth } from './archive/load-archive-health.ts';
export type { ArchiveHealth } from './archive/load-archive-health.ts';
export { loadPrunableBodies } from './archive/load-prunable-bodies.ts';
export type { PrunableBodies } from './archive/load-prunable-bodies.ts';
export { loadUnreadableAnswers } from './archive/load-unreadable-answers.ts';
export type { UnreadableAnswers } from './archive/load-unreadable-answers.ts';
export { loadUnrecognised } from './archive/load-unrecognised.ts';
export { markAnswered } from './archive/mark-read.ts';
export type { AnswerReading } from './archive/mark-read.ts';
export { noteNotUnderstood } from './archive/note-not-understood.ts';
export { BodyUnreadableError } from './archive/packed-body.ts';
export { pruneBodies } from './archive/prune-bodies.ts';

// coverage: which days are stored, and from what
export { countPrunedDays } from './coverage/count-pruned-days.ts';
export { coveredBreakdowns } from './coverage/covered-breakdowns.ts';
export { loadCoverage } from './coverage/load-coverage.ts';
export { loadDayStates } from './coverage/load-day-states.ts';
export { newestCoveredDay } from './coverage/newest-covered-day.ts';
export { oldestCoveredDay } from './coverage/oldest-covered-day.ts';

// settlement: a plan of core becomes facts
export { loadReconciliations } from './settlement/load-reconciliations.ts';
export type { Reconciliation } from './settlement/load-reconciliations.ts';
export type { AnswerFacts, FactsOfCall } from './settlement/response-facts.ts';
export { setMisdatedApart } from './settlement/set-misdated-apart.ts';
export { settleDays } from './settlement/settle-days.ts';
export type { ImpossibleDifference } from './settlement/impossible-difference.ts';
export { givesDays } from './settlement/gives-days.ts';
export { hasNarrowerWindow } from './settlement/has-narrower-window.ts';
export { storeInsights } from './settlement/store-insights.ts';

// facts: counts per segment, and their sums
export { dropUnusedSegments } from './facts/drop-unused-segments.ts';
export { estimateFactsOfDay } from './facts/estimate-facts-of-day.ts';
export type { FactCounts } from './facts/write-facts.ts';
export { factRows } from './facts/fact-rows.ts';
export type { FactRow } from './facts/fact-rows.ts';
export { removeImpossibleFacts } from './facts/impossible-facts.ts';
export { isKnownPage } from './facts/is-known-page.ts';
export { listRecentPages } from './facts/list-recent-pages.ts';
export type { KeptDays, RowSource } from './facts/row-source.ts';
export type { FactRange } from './facts/sums/fact-range.ts';
export { loadDailySignals } from './facts/sums/load-daily-signals.ts';
export { loadDailySums } from './facts/sums/load-daily-sums.ts';
export { loadDeviceSignals } from './facts/sums/load-device-signals.ts';
export { loadPageSignals } from './facts/sums/load-page-signals.ts';
export { loadWindowSums } from './facts/sums/load-window-sums.ts';
export { windowSumsReader } from './facts/sums/window-sums-reader.ts';
export type { SegmentSums } from './facts/sums/window-sums-reader.ts';

// sessions: session records and the days they make
export { hasSessionRecords } from './sessions/has-session-records.ts';
export { removeImpossibleSessions } from './sessions/impossible-sessions.ts';
export { loadSessionUrls } from './sessions/load-session-urls.ts';
export { rebuildSessionDays } from './sessions/rebuild-session-days.ts';
export { regroupSessions } from './sessions/regroup-sessions.ts';
export { removeSessionDays, removeSessionsOf } from './sessions/remove-session-days.ts';
export { beginSessionBatch } from './sessions/session-batch.ts';
export { sessionRows } from './sessions/session-rows.ts';
export type { SessionRow } from './sessions/session-rows.ts';
export { storeSessionRecords } from './sessions/store-session-records.ts';

// notes: annotations and mutes
export { annotatePage } from './notes/annotate-page.ts';
export { listAnnotations } from './notes/list-annotations.ts';
export type { Annotation } from './notes/list-annotations.ts';
export { listMutes } from './notes/list-mutes.ts';
export type { Mute } from './notes/list-mutes.ts';
export { mutePage } from './notes/mute-page.ts';
export { removeAnnotation } from './notes/remove-annotation.ts';
export { unmutePage } from './notes/unmute-page.ts';

// alerts
export { claimAlert } from './alerts/claim-alert.ts';
export { clearAlerts } from './alerts/clear-alerts.ts';
export { loadUndeliveredAlerts } from './alerts/load-undelivered-alerts.ts';
export { noteAlertNotified } from './alerts/note-alert-notified.ts';
export { raiseAlert } from './alerts/raise-alert.ts';
export { releaseAlert } from './alerts/release-alert.ts';

// reports: issues and their deliveries
export { ABANDONED_AFTER_MINUTES, isAbandoned } from './reports/abandoned.ts';
export { claimDelivery } from './reports/claim-delivery.ts';
export type { DeliveryClaim } from './reports/claim-delivery.ts';
export { countClaimedDeliveries } from './reports/count-claimed-deliveries.ts';
export type { Delivery } from './reports/delivery.ts';
export { DIGEST_SCOPE, findReportIssue } from './reports/find-report-issue.ts';
export type { ReportIssue } from './reports/find-report-issue.ts';
export { freezeReportIssue } from './reports/freeze-report-issue.ts';
export { listAbandonedDeliveries } from './reports/list-abandoned-deliveries.ts';
export type { AbandonedDelivery } from './reports/list-abandoned-deliveries.ts';
export { listReportIssues } from './reports/list-report-issues.ts';
export type { IssueSummary } from './reports/list-report-issues.ts';
export { loadReportModel } from './reports/load-report-model.ts';
export { recordDelivery } from './reports/record-delivery.ts';
export type { DeliveryOutcome } from './reports/record-delivery.ts';
export { rescheduleDeliveries } from './reports/reschedule-deliveries.ts';
export { scheduleDeliveries } from './reports/schedule-deliveries.ts';

// subscriptions
export { listUnsubscribed } from './subscriptions/list-unsubscribed.ts';
export { resubscribe } from './subscriptions/resubscribe.ts';
export { subscriptionOfToken, unsubscribeToken } from './subscriptions/unsubscribe-token.ts';
export { unsubscribe } from './subscriptions/unsubscribe.ts';

// keys: API keys of our server
export { apiKeyState } from './keys/api-key.ts';
export type { ApiKey, ApiKeyState } from './keys/api-key.ts';
export { createApiKey } from './keys/create-api-key.ts';
export { findApiKey } from './keys/find-api-key.ts';
export { listApiKeys } from './keys/list-api-keys.ts';
export { noteKeyUsed } from './keys/note-key-used.ts';
export { revokeApiKey } from './keys/revoke-api-key.ts';
