import { UsageError } from '@clarity-keep/command-line';
import { displayText, likelyMeant } from '@clarity-keep/core';

interface NamedProject {
  id: string;
  name: string;
}

/**
 * The ids of the projects a key is for, which may be named by name where no other has it; null for all.
 *
 * @throws UsageError for one that is neither configured nor kept.
 */
export function keyProjects(
  asked: readonly string[],
  known: readonly NamedProject[],
): string[] | null {
  if (asked.length === 0) return null;
  return [...new Set(asked.map((text) => projectId(text, known)))];
}

function projectId(text: string, known: readonly NamedProject[]): string {
  if (known.some(({ id }) => id === text)) return text;
  const named = new Set(known.filter(({ name }) => name === text).map(({ id }) => id));
  const [id] = named;
  if (id !== undefined && named.size === 1) return id;
  const ids = [...new Set(known.map((project) => project.id))];
  const meant = likelyMeant(text, ids);
  const advice =
    ids.length === 0
      ? 'None is known yet: run clarity-keep collect first, or describe it in clarity-keep.json.'
      : meant === null
        ? `Known are ${ids.join(', ')}.`
        : `Did you mean ${meant}?`;
  throw new UsageError(
    `Expected --project to be the id or the name of a project, got ${JSON.stringify(displayText(text))}. ${advice}`,
  );
}
