import { createContext, use } from 'react';
import type { Project } from '../asking/answers.ts';

export const ProjectContext = createContext<Project | null>(null);

/** The project that is looked at. */
export function useProject(): Project {
  const project = use(ProjectContext);
  if (project === null) throw new Error('useProject is used outside of a ProjectContext.');
  return project;
}
