import { dayOfInstant, timeZoneSchema } from '@clarity-keep/core';
import { loadProject } from '@clarity-keep/db';
import type { Check } from '../check.ts';
import { askable } from '../database-subject.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem } from '../verdict.ts';

/** Whether this Node knows the time zone of the reporting days. */
export function timeZoneVerdict(timeZone: string, now: Date): Verdict {
  if (!timeZoneSchema.safeParse(timeZone).success) {
    return problem(
      `This Node does not know the time zone ${timeZone}.`,
      'Correct the name, or use a Node.js build with full time zone data (official builds have it).',
    );
  }
  return ok(`${timeZone}; today is ${dayOfInstant(now, timeZone)} there.`);
}

export const timeZoneCheck: Check = {
  name: 'time-zone',
  run: ({ now, projects, database }) => {
    const asked = askable(database);
    const kept = (id: string) => ('db' in asked ? loadProject(asked.db, id)?.timeZone : undefined);
    return perProject(projects, ({ id, timeZone }) =>
      timeZoneVerdict(timeZone ?? kept(id) ?? 'UTC', now),
    );
  },
};
