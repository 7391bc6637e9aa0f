export { factsOfCollection } from './alerts/facts-of-collection.ts';
export { notifyOfCollection } from './alerts/notify-of-collection.ts';
export { pruneArchive } from './archive/prune-archive.ts';
export { readAnswer } from './archive/read-answer.ts';
export { reparseProject } from './archive/reparse-project.ts';
export type { ReparseResult } from './archive/reparse-project.ts';
export type { ThisProcess } from './collect/collect-ports.ts';
export { collectProject } from './collect/collect-project.ts';
export { askThroughLedger } from './ledger/ask-through-ledger.ts';
export { failurePolicies } from './ledger/failure-policy.ts';
export { startCollection } from './collect/project-collection.ts';
export type { CollectedCall, ProjectCollection } from './collect/project-collection.ts';
export { ImportError } from './errors.ts';
export { findGrouping, prepareProject, regroupingWarning } from './grouping/prepare-project.ts';
export { importFile } from './import/import-file.ts';
export type { ImportInput } from './import/import-file.ts';
export type { ImportResult } from './import/import-result.ts';
export { parseSeenAt } from './import/session-source.ts';
export { thisProcess } from './lease/this-process.ts';
export { leaseMsOf, withLease } from './lease/with-lease.ts';
export { loadPlan } from './plan/load-plan.ts';
export { coveredHours, WANTED_HOURS } from './schedule/covered-hours.ts';
export { COLLECT_WAIT_MINUTES } from './schedule/collect-wait.ts';
export {
  cronFields,
  cronPattern,
  cronWeekday,
  jobs,
  nextRun,
  previousRun,
  timesOfJob,
} from './schedule/next-run.ts';
export type { Job } from './schedule/next-run.ts';
export { isStale, needsAttention, tokenStatus } from './status/judge-status.ts';
export { collectionOutlook } from './status/collection-outlook.ts';
export { loadStatus } from './status/load-status.ts';
export { DEFAULT_MAX_AGE_HOURS } from './status/max-age.ts';
export type { ProjectStatus, TokenStatus } from './status/project-status.ts';
