import { chooseProject } from '@clarity-keep/core';
import { ConfigurationError } from '../configuration-error.ts';
import type { Configuration } from './configuration.ts';
import type { ProjectConfiguration } from './project-configuration.ts';

/**
 * The configured projects that a command works on: the one of this id or name, or all.
 *
 * @throws ConfigurationError when no project is configured, UnknownProjectError when none goes by that id or name.
 */
export function pickProjects(
  { projects }: Pick<Configuration, 'projects'>,
  wanted: string | undefined,
): readonly ProjectConfiguration[] {
  if (projects.length === 0) {
    throw new ConfigurationError(
      'CLARITY_PROJECT_ID is not set, and there is no clarity-keep.json in the working directory. For one project, ' +
        'set CLARITY_PROJECT_ID in the environment or in .env: the ID in the URL of the Clarity ' +
        'dashboard, clarity.microsoft.com/projects/view/<id>/dashboard. For several, describe them in ' +
        'clarity-keep.json, as clarity-keep.example.json does.',
    );
  }
  return wanted === undefined ? projects : [chooseProject(projects, wanted)];
}
