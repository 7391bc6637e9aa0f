import type { Project } from '@clarity-keep/db';
import { listProjects, loadProject } from '@clarity-keep/db';
import type { QuestionContext } from './question.ts';

/**
 * The projects that whoever asks may know of, by id. The questions learn of projects here and nowhere
 * else, so that callers cannot probe for projects of others.
 */
export function visibleProjects({ db, allowedProjects }: QuestionContext): Project[] {
  return listProjects(db).filter(({ id }) => isVisible(id, allowedProjects));
}

/** The project with this id, or null when the caller can see none. */
export function visibleProject(
  { db, allowedProjects }: QuestionContext,
  id: string,
): Project | null {
  return isVisible(id, allowedProjects) ? loadProject(db, id) : null;
}

function isVisible(id: string, allowed: QuestionContext['allowedProjects']): boolean {
  return allowed === undefined || allowed === null || allowed.includes(id);
}
