import type { Configuration, Variables } from '@clarity-keep/environment';
import { readConfiguration, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Environment } from './environment.ts';
import { parseEnvironment } from './environment.ts';

export interface LoadedSettings {
  variables: Variables;
  environment: Environment;
  configuration: Configuration;
}

/**
 * The settings of all projects, from the variables and the configuration.
 *
 * @throws ConfigurationError that lists every problem.
 */
export function loadSettings({
  cwd,
  variables,
}: Pick<CliDeps, 'cwd' | 'variables'>): LoadedSettings {
  return parseSettings({ cwd, variables: readVariables(cwd, variables) });
}

/**
 * The same where `.env` has been read.
 *
 * @throws ConfigurationError that lists every problem.
 */
export function parseSettings({
  cwd,
  variables,
}: {
  cwd: string;
  variables: Variables;
}): LoadedSettings {
  const environment = parseEnvironment(variables);
  return {
    variables,
    environment,
    configuration: readConfiguration({
      cwd,
      projectId: environment.CLARITY_PROJECT_ID,
      timeZone: environment.CLARITY_TIME_ZONE,
      reportLatestAt: environment.REPORT_LATEST_AT,
    }),
  };
}
