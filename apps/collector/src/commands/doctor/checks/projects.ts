import type { Check } from '../check.ts';
import { ok, problem } from '../verdict.ts';

/** Whether a project is configured, and its configuration can be read. */
export const projectsCheck: Check = {
  name: 'projects',
  run: ({ projects: { projects, file, error } }) => {
    if (error !== null) return problem(error, 'Correct it; until then nothing is collected.');
    if (projects.length === 0) {
      return problem(
        'No project is configured.',
        'Run "clarity-keep init", or set CLARITY_PROJECT_ID to the ID in the URL of the Clarity dashboard; describe several projects in clarity-keep.json.',
      );
    }
    const ids = projects.map(({ id }) => id).join(', ');
    return ok(`${ids}, of ${file ?? 'CLARITY_PROJECT_ID'}.`);
  },
};
