import type { Project } from '@clarity-keep/db';
import { listProjects, loadProject } from '@clarity-keep/db';
import type { QuestionContext } from './question.ts';

/**
 * The projects that whoever asks may know of, by id. The questions learn of projects here and nowhere
 * else, so that nobody can probe for projects that are not theirs.
 */
export function visibleProjects({ db, allowedProjects }: QuestionContext): Project[] {
  return listProjects(db).filter(({ id }) => isVisible(id, allowedProjects));
}

/** The project of this id, or null when there is none, as far as the caller may know. */
export function visibleProject(
  { db, allowedProjects }: QuestionContext,
  id: string,
): Project | null {
  return isVisible(id, allowedProjects) ? loadProject(db, id) : null;
}

function isVisible(id: string, allowed: QuestionContext['allowedProjects']): boolean {
  return allowed === undefined || allowed === null || allowed.includes(id);
}
