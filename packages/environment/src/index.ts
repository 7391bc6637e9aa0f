export { ConfigurationError } from './configuration-error.ts';
export type { Configuration } from './projects/configuration.ts';
export { defaultSchedule, reportHours, reportLatestAtSetting, weekdays } from './schedule.ts';
export type { ReportKind, Schedule } from './schedule.ts';
export { defaultProjectId } from './projects/default-project-id.ts';
export { mailAddressSchema } from './settings/mail-address.ts';
export { parseVariables } from './variables/parse-variables.ts';
export { pickProjects } from './projects/pick-projects.ts';
export { DEFAULT_TOKEN_VARIABLE, projectOfEnvironment } from './projects/project-configuration.ts';
export type { ProjectConfiguration } from './projects/project-configuration.ts';
export { publicUrlSetting } from './settings/public-url.ts';
export { configurationPath, readConfiguration } from './configuration-file/read-configuration.ts';
export { readVariables } from './variables/read-variables.ts';
export type { Variables } from './variables/read-variables.ts';
export type { ReportEnvironment } from './settings/report-environment.ts';
export {
  parseReportEnvironment,
  reportEnvironmentSchema,
  reportPingUrl,
} from './settings/report-environment.ts';
export { isLoopback, safeUrl } from './settings/safe-url.ts';
export { secretValues } from './variables/secret-values.ts';
export { DEFAULT_DATABASE_URL, sharedSettings } from './settings/shared-settings.ts';
export { tokenOf, tokenProblem } from './tokens/token-of.ts';
export { configuredTokenVariables } from './tokens/token-variables.ts';
