import type { ProjectConfiguration, Schedule, Variables } from '@clarity-keep/environment';
import { pickProjects, tokenOf } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { LoadedSettings } from './load-settings.ts';
import { loadSettings } from './load-settings.ts';

/** What commands need from the environment and the configuration. */
export interface Settings {
  variables: Variables;
  databaseUrl: string;
  apiUrl: string;
  timeoutMs: number;
  /** The most bytes of an unpacked response. */
  maxBytes: number;
  webhookUrl: string | undefined;
  jitterSeconds: number;
  schedule: Schedule;
  projects: readonly ProjectConfiguration[];
  /** @throws ConfigurationError */
  tokenOf: (project: ProjectConfiguration) => string;
}

/**
 * Reads the settings and picks the projects of a command.
 *
 * @throws ConfigurationError
 */
export function readSettings(
  deps: Pick<CliDeps, 'cwd' | 'variables'>,
  project: string | undefined,
): Settings {
  return pickedSettings(loadSettings(deps), project);
}

/** The same where the settings have been loaded. */
export function pickedSettings(
  { variables, environment, configuration }: LoadedSettings,
  project: string | undefined,
): Settings {
  return {
    variables,
    databaseUrl: environment.DATABASE_URL,
    apiUrl: environment.CLARITY_API_URL,
    timeoutMs: environment.CLARITY_TIMEOUT_MS,
    maxBytes: environment.CLARITY_MAX_ANSWER_MB * 2 ** 20,
    webhookUrl: environment.WEBHOOK_URL,
    jitterSeconds: configuration.jitterSeconds,
    schedule: configuration.schedule,
    projects: pickProjects(configuration, project),
    tokenOf: (one) => tokenOf(one, variables),
  };
}
