import { collectionOutlook } from '@clarity-keep/collection';
import type { Database } from '@clarity-keep/db';
import type { Configuration, ProjectConfiguration, Variables } from '@clarity-keep/environment';
import { ConfigurationError, tokenOf } from '@clarity-keep/environment';
import type { CollectionOutlook } from '@clarity-keep/queries';

/** Says of each configured project what its settings tell of its collection, and null of any other project. */
export function outlookOf(
  db: Database,
  { projects, schedule }: Pick<Configuration, 'projects' | 'schedule'>,
  variables: Variables,
): (projectId: string, now: Date) => CollectionOutlook | null {
  return (projectId, now) => {
    const project = projects.find(({ id }) => id === projectId);
    if (project === undefined) return null;
    const token = tokenOrNull(project, variables);
    const { token: found, ...rest } = collectionOutlook(db, { project, token, schedule, now });
    // The collector may have a token that the server was not given.
    const { state, expiresAt } = found;
    return { ...rest, token: state === 'unset' ? null : { state, expiresAt } };
  };
}

function tokenOrNull(project: ProjectConfiguration, variables: Variables): string | null {
  try {
    return tokenOf(project, variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return null;
    throw error;
  }
}
