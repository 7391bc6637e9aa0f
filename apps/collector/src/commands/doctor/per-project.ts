import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { ProjectsSubject } from './projects-subject.ts';
import type { Verdict } from './verdict.ts';
import { skipped } from './verdict.ts';

/** A verdict per project, with its id when there are several. */
export function perProject(
  { projects }: ProjectsSubject,
  verdictOf: (project: ProjectConfiguration) => Verdict,
): Verdict[] {
  if (projects.length === 0) return [skipped('No project is configured.')];
  return projects.map((project) => {
    const verdict = verdictOf(project);
    return projects.length === 1
      ? verdict
      : { ...verdict, message: `${project.id}: ${verdict.message}` };
  });
}
