import type { NamedProject } from '@clarity-keep/core';
import { chooseProject } from '@clarity-keep/core';

/**
 * The ids of the projects that a key is for; null for all.
 *
 * @throws UnknownProjectError for one that is neither configured nor in the database.
 */
export function keyProjects(
  asked: readonly string[],
  known: readonly NamedProject[],
): string[] | null {
  if (asked.length === 0) return null;
  return [...new Set(asked.map((wanted) => chooseProject(known, wanted).id))];
}
