import type { Day } from './day.ts';
import { eventsOf } from './page-view.ts';
import { createRandom } from './random.ts';
import type { Problem } from './site-options.ts';
import type { Visit } from './visit.ts';

/**
 * Raises the signals of the problems that are in force on `day`. Each problem has a random stream
 * of its own, so that planting one changes nothing else about the site. In place.
 */
export function plantProblems(
  visits: Visit[],
  problems: readonly Problem[],
  seed: number,
  day: Day,
): void {
  for (const [index, problem] of problems.entries()) {
    if (problem.fromDay !== undefined && day < problem.fromDay) continue;
    if (problem.toDay !== undefined && day > problem.toDay) continue;
    const random = createRandom(seed, day, 'problem', index);
    for (const visit of visits) {
      if (visit.kind !== 'human') continue;
      if (problem.device !== undefined && visit.device !== problem.device) continue;
      if (problem.browser !== undefined && visit.browser !== problem.browser) continue;
      for (const view of visit.views) {
        if (view.path !== problem.page || !random.chance(problem.probability)) continue;
        view.events[problem.signal] = Math.max(
          view.events[problem.signal],
          eventsOf(problem.signal, random),
        );
      }
    }
  }
}
