import type { Configuration } from './configuration.ts';

/** The project that is used when none is named: the only configured one, or else CLARITY_PROJECT_ID. */
export function defaultProjectId(
  { projects }: Pick<Configuration, 'projects'>,
  projectId: string | undefined,
): string | undefined {
  return projects.length === 1 ? projects[0]?.id : projectId;
}
