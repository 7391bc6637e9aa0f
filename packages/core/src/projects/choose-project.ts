import { likelyMeant } from '../display/safe-text/nearest-texts.ts';
import { quoted } from '../display/safe-text/quoted.ts';
import type { NamedProject } from './known-projects.ts';
import { knownProjects, projectLabel } from './known-projects.ts';
import { UnknownProjectError } from './unknown-project-error.ts';

/**
 * The project that somebody means by an id or a name, in upper or lower case. An id comes before a name, and an
 * exact match before one in another case; a name must belong to one project only.
 *
 * @throws UnknownProjectError with the projects there are, and the one that was most likely meant.
 *
 * @example
 * chooseProject([{ id: 'wxb0r23ozh', name: 'Shop' }], 'shop').id // 'wxb0r23ozh'
 */
export function chooseProject<Project extends NamedProject>(
  projects: readonly Project[],
  wanted: string,
): Project {
  const text = wanted.trim();
  const lower = text.toLowerCase();
  const ways: readonly ((project: Project) => boolean)[] = [
    ({ id }) => id === text,
    ({ name }) => name === text,
    ({ id }) => id.toLowerCase() === lower,
    ({ name }) => name?.toLowerCase() === lower,
  ];
  for (const matches of ways) {
    const found = projects.filter(matches);
    const [project] = found;
    if (project === undefined) continue;
    const ids = new Set(found.map(({ id }) => id));
    if (ids.size === 1) return project;
    throw new UnknownProjectError(
      `Several projects are called ${quoted(text)}: ${[...ids].join(', ')}. Use the id.`,
    );
  }
  throw new UnknownProjectError(`Unknown project ${quoted(text)}. ${advice(text, projects)}`);
}

function advice(text: string, projects: readonly NamedProject[]): string {
  if (projects.length === 0) {
    return 'There are no projects yet: run clarity-keep collect first, or describe one in clarity-keep.json.';
  }
  const meant = likelyProject(text, projects);
  const suggestion = meant === null ? '' : `Did you mean ${projectLabel(meant)}? `;
  return `${suggestion}${knownProjects(projects)}`;
}

function likelyProject(text: string, projects: readonly NamedProject[]): NamedProject | null {
  const texts = projects.flatMap(({ id, name = id }) => [id, name]);
  const meant = likelyMeant(text, texts);
  return projects.find(({ id, name }) => id === meant || name === meant) ?? null;
}
