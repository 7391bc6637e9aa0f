import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotRead } from '../cannot-read.ts';
import type { Configuration } from '../projects/configuration.ts';
import { DEFAULT_JITTER_SECONDS } from './configuration-file-schema.ts';
import { parseConfiguration } from './parse-configuration.ts';
import { defaultSchedule } from '../schedule.ts';
import { projectOfEnvironment } from '../projects/project-configuration.ts';

/** The file that describes the projects, if there is one. */
export function configurationPath(cwd: string): string {
  return join(cwd, 'clarity-keep.json');
}

/**
 * The projects of `clarity-keep.json` in the working directory; without that file the one that the environment
 * names, if it does.
 *
 * @throws ConfigurationError that lists every problem of the file.
 */
export function readConfiguration({
  cwd,
  projectId,
  timeZone,
  reportLatestAt = defaultSchedule.reportLatestAt,
}: {
  cwd: string;
  /** CLARITY_PROJECT_ID; the file, if there is one, replaces it. */
  projectId: string | undefined;
  /** CLARITY_TIME_ZONE: for projects without a time zone of their own. */
  timeZone?: string | undefined;
  /** REPORT_LATEST_AT; the file, if there is one, replaces it. */
  reportLatestAt?: string | undefined;
}): Configuration {
  const path = configurationPath(cwd);
  const text = readText(path);
  if (text !== null) return parseConfiguration(text, { path, timeZone });
  return {
    projects: projectId === undefined ? [] : [projectOfEnvironment(projectId, timeZone)],
    schedule: {
      ...defaultSchedule,
      reportLatestAt,
      timeZone: timeZone ?? defaultSchedule.timeZone,
    },
    jitterSeconds: DEFAULT_JITTER_SECONDS,
    digestRecipients: undefined,
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null;
    throw cannotRead(path, error);
  }
}
