export { ConfigurationError } from './configuration-error.ts';
export { parseVariables } from './parse-variables.ts';
export { projectOfEnvironment } from './project-configuration.ts';
export type { ProjectConfiguration } from './project-configuration.ts';
export { defaultSchedule, readConfiguration, weekdays } from './read-configuration.ts';
export type { Configuration, Schedule, Weekday } from './read-configuration.ts';
export { readVariables } from './read-variables.ts';
export type { Variables } from './read-variables.ts';
export { sharedSettings } from './shared-settings.ts';
