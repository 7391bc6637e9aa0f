import type { Check } from '../check.ts';
import { ok, problem } from '../verdict.ts';

/** Whether there is a project, and what describes it can be read. */
export const projectsCheck: Check = {
  name: 'projects',
  run: ({ projects: { projects, error } }) => {
    if (error !== null) return problem(error, 'Correct it; nothing is collected until then.');
    if (projects.length === 0) {
      return problem(
        'No project is configured.',
        'Set CLARITY_PROJECT_ID to the id in the address of the Clarity dashboard, or describe several in clarity-keep.json.',
      );
    }
    return ok(projects.map(({ id }) => id).join(', '));
  },
};
