import type { Project } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import type { QuestionContext } from './question.ts';
import { quoted } from './quoted.ts';
import { visibleProject, visibleProjects } from './visible-projects.ts';

/**
 * The project a question is about: the one it names, the default, or the only one there is. A name will do where
 * no other project has it.
 *
 * @throws QueryError when there is none, no such one, or more than one to choose from.
 */
export function findProject(context: QuestionContext, asked: string | undefined): Project {
  const id = asked ?? defaultProject(context);
  const project = id === undefined ? null : visibleProject(context, id);
  if (project !== null) return project;
  const known = visibleProjects(context);
  const named = known.filter(({ name }) => name === id);
  if (named.length === 1 && named[0] !== undefined) return named[0];
  const [only] = known;
  if (only === undefined) {
    throw new QueryError(
      'no-project',
      'Nothing is kept in this database yet. Run clarity-keep collect or clarity-keep import first.',
    );
  }
  const ids = known.map((one) => one.id).join(', ');
  if (id !== undefined) {
    throw new QueryError(
      'unknown-project',
      `There is no project ${quoted(id)} in this database. Known projects: ${ids}.`,
    );
  }
  if (known.length === 1) return only;
  throw new QueryError(
    'bad-request',
    `project: This database has several projects, say which one. Known projects: ${ids}.`,
  );
}

/** A default that whoever asks may not know of is none. */
function defaultProject(context: QuestionContext): string | undefined {
  const { defaultProject: id, allowedProjects } = context;
  const isForeign = id !== undefined && allowedProjects?.includes(id) === false;
  return isForeign ? undefined : id;
}
