import type { Configuration } from './configuration.ts';

/** The project that is meant when none is named: the only one described, or else CLARITY_PROJECT_ID. */
export function defaultProjectId(
  { projects }: Pick<Configuration, 'projects'>,
  projectId: string | undefined,
): string | undefined {
  return projects.length === 1 ? projects[0]?.id : projectId;
}
