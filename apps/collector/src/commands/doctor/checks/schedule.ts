import { coveredHours, WANTED_HOURS } from '@clarity-keep/collection';
import { decimal, jitterAdvice } from '@clarity-keep/core';
import { loadProject } from '@clarity-keep/db';
import type { ProjectConfiguration, Schedule } from '@clarity-keep/environment';
import type { Check } from '../check.ts';
import { askable } from '../database-subject.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, skipped, warning } from '../verdict.ts';

/** Whether a scheduled run finds the hours of one day, and its calls free. */
export function scheduleVerdict(
  schedule: Schedule,
  project: Pick<ProjectConfiguration, 'extraBreakdowns'> & { timeZone: string },
  now: Date,
): Verdict {
  const { timeZone, extraBreakdowns } = project;
  const hours = coveredHours(schedule, timeZone, now);
  const run = `A run at ${schedule.collectAt} ${schedule.timeZone}`;
  if (hours < WANTED_HOURS) {
    return warning(
      `${run} covers only ${decimal(hours)} hours of a day in ${timeZone}; the rest is of the day before or after.`,
      `Collect between 01:00 and 04:00 ${timeZone}: schedule.collectAt and schedule.timeZone in clarity-keep.json.`,
    );
  }
  const covers = `${run} covers ${decimal(hours)} hours of a day in ${timeZone}.`;
  const advice = jitterAdvice(extraBreakdowns);
  return ok(advice === null ? covers : `${covers} ${advice}`);
}

export const scheduleCheck: Check = {
  name: 'schedule',
  run: ({ now, projects, database }) => {
    const { schedule } = projects;
    if (schedule === null) return skipped('The projects cannot be read.');
    const asked = askable(database);
    const stored = (id: string) =>
      'db' in asked ? loadProject(asked.db, id)?.timeZone : undefined;
    return perProject(projects, ({ id, timeZone, extraBreakdowns }) =>
      scheduleVerdict(
        schedule,
        { extraBreakdowns, timeZone: timeZone ?? stored(id) ?? 'UTC' },
        now,
      ),
    );
  },
};
