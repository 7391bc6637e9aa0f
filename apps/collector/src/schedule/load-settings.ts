import type { Configuration, Variables } from '@clarity-keep/environment';
import { readConfiguration, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Environment } from '../env.ts';
import { parseEnvironment } from '../env.ts';

export interface Settings {
  variables: Variables;
  environment: Environment;
  configuration: Configuration;
}

/**
 * What the variables and the configuration say, for commands that look at all projects.
 *
 * @throws ConfigurationError that lists every problem.
 */
export function loadSettings({ cwd, variables }: Pick<CliDeps, 'cwd' | 'variables'>): Settings {
  const read = readVariables(cwd, variables);
  const environment = parseEnvironment(read);
  return {
    variables: read,
    environment,
    configuration: readConfiguration({
      projectId: environment.CLARITY_PROJECT_ID,
      timeZone: environment.CLARITY_TIME_ZONE,
    }),
  };
}
