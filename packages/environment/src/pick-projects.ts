import { displayText, likelyMeant } from '@clarity-keep/core';
import { ConfigurationError } from './configuration-error.ts';
import type { Configuration } from './configuration.ts';
import type { ProjectConfiguration } from './project-configuration.ts';

/**
 * The projects that a command works on: the one that was named, or all. Its name will do where no
 * other has it.
 *
 * @throws ConfigurationError when there is no such project, or none at all.
 */
export function pickProjects(
  { projects }: Pick<Configuration, 'projects'>,
  id: string | undefined,
): readonly ProjectConfiguration[] {
  if (projects.length === 0) {
    throw new ConfigurationError(
      'CLARITY_PROJECT_ID is not set, and there is no clarity-keep.json in the working directory. For one project, ' +
        'set CLARITY_PROJECT_ID in the environment or in .env: the ID in the URL of the Clarity ' +
        'dashboard, clarity.microsoft.com/projects/view/<id>/dashboard. For several, describe them in ' +
        'clarity-keep.json, as clarity-keep.example.json does.',
    );
  }
  if (id === undefined) return projects;
  const picked = projects.filter((project) => project.id === id);
  if (picked.length > 0) return picked;
  const named = projects.filter(({ name }) => name === id);
  if (named.length === 1) return named;
  const ids = projects.map((project) => project.id);
  const meant = likelyMeant(id, ids);
  const advice = meant === null ? `Described are ${ids.join(', ')}.` : `Did you mean ${meant}?`;
  throw new ConfigurationError(
    `No project ${JSON.stringify(displayText(id))} is described in the configuration. ${advice}`,
  );
}
