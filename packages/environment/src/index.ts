export { ConfigurationError } from './configuration-error.ts';
export type { Configuration } from './configuration.ts';
export { DEFAULT_TOKEN_VARIABLE } from './configuration-file/configuration-file-schema.ts';
export {
  defaultSchedule,
  reportHours,
  reportLatestAtSetting,
  weekdays,
} from './configuration-file/schedule.ts';
export type { ReportKind, Schedule } from './configuration-file/schedule.ts';
export { defaultProjectId } from './default-project-id.ts';
export { mailAddressSchema } from './mail-address.ts';
export { parseVariables } from './parse-variables.ts';
export { pickProjects } from './pick-projects.ts';
export { projectOfEnvironment } from './project-configuration.ts';
export type { ProjectConfiguration } from './project-configuration.ts';
export { publicUrlSetting } from './public-url.ts';
export { configurationPath, readConfiguration } from './read-configuration.ts';
export { readVariables } from './read-variables.ts';
export type { Variables } from './read-variables.ts';
export type { ReportEnvironment } from './report-environment.ts';
export {
  parseReportEnvironment,
  reportEnvironmentSchema,
  reportPingUrl,
} from './report-environment.ts';
export { isLoopback, safeUrl } from './safe-url.ts';
export { secretValues } from './secret-values.ts';
export { DEFAULT_DATABASE_URL, sharedSettings } from './shared-settings.ts';
export { tokenOf, tokenProblem } from './token-of.ts';
export { configuredTokenVariables } from './token-variables.ts';
