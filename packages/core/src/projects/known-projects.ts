import { displayText } from '../display/safe-text/display-text.ts';

/** What a project can be chosen by. Without a name of its own, it goes by its id. */
export interface NamedProject {
  id: string;
  name?: string | undefined;
}

/** Longer lists are not read. */
const MOST_LISTED = 20;

/** The projects somebody can choose from, as a sentence. */
export function knownProjects(projects: readonly NamedProject[]): string {
  const labels = new Map(projects.map((project) => [project.id, projectLabel(project)]));
  const listed = [...labels.values()].slice(0, MOST_LISTED).join(', ');
  const more = labels.size > MOST_LISTED ? ` and ${labels.size - MOST_LISTED} more` : '';
  return `Known projects: ${listed}${more}.`;
}

/** A project by its id, and by its name if it has one. */
export function projectLabel({ id, name = id }: NamedProject): string {
  return name === id ? id : `${id} (${displayText(name)})`;
}
