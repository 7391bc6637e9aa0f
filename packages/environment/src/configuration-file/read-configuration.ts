import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannotRead } from '../cannot-read.ts';
import type { Configuration } from '../projects/configuration.ts';
import { DEFAULT_JITTER_SECONDS } from './configuration-file-schema.ts';
import { parseConfiguration } from './parse-configuration.ts';
import { defaultSchedule } from '../schedule.ts';
import { projectOfEnvironment } from '../projects/project-configuration.ts';

/** Where projects are described, if anywhere. */
export function configurationPath(cwd: string): string {
  return join(cwd, 'clarity-keep.json');
}

/**
 * The projects of `clarity-keep.json` in the working directory, or without such a file the one of the
 * environment, if it names one.
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
  /** CLARITY_PROJECT_ID. The file, when there is one, says itself which projects there are. */
  projectId: string | undefined;
  /** CLARITY_TIME_ZONE: of the projects that say none. */
  timeZone?: string | undefined;
  /** REPORT_LATEST_AT. The file, when there is one, says itself when a report goes out at the latest. */
  reportLatestAt?: string | undefined;
}): Configuration {
  const path = configurationPath(cwd);
  const text = readText(path);
  if (text !== null) return parseConfiguration(text, { path, timeZone });
  return {
    projects: projectId === undefined ? [] : [projectOfEnvironment(projectId, timeZone)],
    schedule: { ...defaultSchedule, reportLatestAt },
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
