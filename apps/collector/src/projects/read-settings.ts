import type { ProjectConfiguration, Schedule, Variables } from '@clarity-keep/environment';
import { readConfiguration, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, requireProjectId, requireToken } from '../env.ts';

/** What the commands need to know of the environment and the configuration. */
export interface Settings {
  variables: Variables;
  databaseUrl: string;
  apiUrl: string;
  timeoutMs: number;
  webhookUrl: string | undefined;
  jitterSeconds: number;
  schedule: Schedule;
  projects: readonly ProjectConfiguration[];
  /** @throws ConfigurationError */
  tokenOf: (project: ProjectConfiguration) => string;
}

/**
 * Reads the settings and picks the projects that a command is about.
 *
 * @throws ConfigurationError
 */
export function readSettings(
  { cwd, variables: processVariables }: Pick<CliDeps, 'cwd' | 'variables'>,
  project: string | undefined,
): Settings {
  const variables = readVariables(cwd, processVariables);
  const environment = parseEnvironment(variables);
  const { projects, jitterSeconds, schedule } = readConfiguration({
    projectId: project ?? requireProjectId(environment),
    timeZone: environment.CLARITY_TIME_ZONE,
  });
  return {
    variables,
    databaseUrl: environment.DATABASE_URL,
    apiUrl: environment.CLARITY_API_URL,
    timeoutMs: environment.CLARITY_TIMEOUT_MS,
    webhookUrl: environment.WEBHOOK_URL,
    jitterSeconds,
    schedule,
    projects,
    tokenOf: () => requireToken(environment),
  };
}
