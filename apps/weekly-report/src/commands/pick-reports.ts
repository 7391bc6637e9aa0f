import type { IsoWeek } from '@clarity-keep/core';
import { dayOfInstant, daysOfWeek, isoWeekSchema, lastCompleteWeek } from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import { listProjects } from '@clarity-keep/db';
import { UsageError } from '@clarity-keep/command-line';

export interface PickedReport {
  project: Project;
  week: IsoWeek;
  /** Whether the week has ended where the project is. */
  isOver: boolean;
}

/**
 * The reports that a command is about: of the project that was named or of all, and of the week that
 * was named or of the last complete one in each project's own zone.
 *
 * @throws UsageError when there is no such project, or no such week.
 */
export function pickReports(
  db: Database,
  { project, week, now }: { project: string | undefined; week: string | undefined; now: Date },
): PickedReport[] {
  if (week !== undefined && !isoWeekSchema.safeParse(week).success) {
    throw new UsageError(`Expected --week to be an ISO week such as 2026-W47, got ${week}.`);
  }
  const known = listProjects(db);
  const picked = project === undefined ? known : known.filter(({ id }) => id === project);
  if (known.length === 0) {
    throw new UsageError(
      'Nothing is kept in this database yet. Run clarity-keep collect or clarity-keep import first.',
    );
  }
  if (picked.length === 0) {
    throw new UsageError(
      `There is no project ${JSON.stringify(project)} in this database. Known projects: ${known.map(({ id }) => id).join(', ')}.`,
    );
  }
  return picked.map((one) => {
    const today = dayOfInstant(now, one.timeZone);
    const ofWeek = week ?? lastCompleteWeek(today);
    return { project: one, week: ofWeek, isOver: (daysOfWeek(ofWeek)[6] ?? today) < today };
  });
}
