import { createContext, use } from 'react';

/** A project that something is kept of. */
export interface Project {
  project: string;
  name: string;
  timeZone: string;
  oldestDay: string | null;
  newestDay: string | null;
}

export const ProjectContext = createContext<Project | null>(null);

/** The project that is looked at. */
export function useProject(): Project {
  const project = use(ProjectContext);
  if (project === null) throw new Error('useProject is used outside of a ProjectContext.');
  return project;
}
