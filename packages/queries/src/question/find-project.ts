import { chooseProject, knownProjects, UnknownProjectError } from '@clarity-keep/core';
import type { Project } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import type { QuestionContext } from './question.ts';
import { visibleProject, visibleProjects } from './visible-projects.ts';

/**
 * The project that a question is about: the one it names by id or name, the default, or the only one there is.
 *
 * @throws QueryError when there are no projects, none goes by that id or name, or there are several to choose from.
 */
export function findProject(context: QuestionContext, asked: string | undefined): Project {
  const wanted = asked ?? defaultProject(context);
  // One that nothing is known of yet is in no list, and is found by its id all the same.
  const project = wanted === undefined ? null : visibleProject(context, wanted);
  if (project !== null) return project;
  const known = visibleProjects(context);
  const [first, ...more] = known;
  if (first === undefined) {
    throw new QueryError(
      'no-project',
      'Nothing has been collected yet. Run clarity-keep collect or clarity-keep import first.',
    );
  }
  if (wanted !== undefined) return chosen(known, wanted);
  if (more.length === 0) return first;
  throw new QueryError(
    'bad-request',
    `project: There are several projects; choose one. ${knownProjects(known)}`,
  );
}

function chosen(known: readonly Project[], wanted: string): Project {
  try {
    return chooseProject(known, wanted);
  } catch (error) {
    if (!(error instanceof UnknownProjectError)) throw error;
    throw new QueryError('unknown-project', error.message, { cause: error });
  }
}

/** Without the right to see the default project, there is no default. */
function defaultProject({ defaultProject: id, allowedProjects }: QuestionContext) {
  const isForeign = id !== undefined && allowedProjects?.includes(id) === false;
  return isForeign ? undefined : id;
}
