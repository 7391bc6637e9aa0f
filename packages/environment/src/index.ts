export { ConfigurationError } from './configuration-error.ts';
export { parseVariables } from './parse-variables.ts';
export { readVariables } from './read-variables.ts';
export type { Variables } from './read-variables.ts';
export { sharedSettings } from './shared-settings.ts';
