import type { IsoWeek } from '@clarity-keep/core';
import {
  askedWeekSchema,
  dayOfInstant,
  daysOfWeek,
  isoWeekSchema,
  lastCompleteWeek,
  weekProblem,
} from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import { listProjects } from '@clarity-keep/db';
import { UsageError } from '@clarity-keep/command-line';

/** A project and week that a report is about. */
export interface PickedReport {
  project: Project;
  week: IsoWeek;
  /** Whether the week has ended where the project is. */
  isOver: boolean;
}

export interface PickedReports {
  reports: PickedReport[];
  /** Ids of projects that are configured, and of which nothing is kept to report on. */
  unknown: string[];
}

/**
 * The reports that a command is about: of the project that was named, or of all that are configured, or
 * else of all in the database; and of the week that was named or of the last complete one in each
 * project's own zone.
 *
 * @throws UsageError when there is no such week, or no such project.
 */
export function pickReports(
  db: Database,
  {
    project,
    configured,
    week,
    now,
  }: {
    project: string | undefined;
    /** Ids of the projects that are described somewhere. */
    configured: readonly string[];
    week: string | undefined;
    now: Date;
  },
): PickedReports {
  if (week !== undefined && !isoWeekSchema.safeParse(week).success) {
    throw new UsageError(`Expected --week to be an ISO week such as 2026-W47, got ${week}.`);
  }
  if (week !== undefined && !askedWeekSchema.safeParse(week).success) {
    throw new UsageError(`--week: ${weekProblem(week)}`);
  }
  const known = listProjects(db);
  const asked = project === undefined ? configured : [project];
  const picked = asked.length === 0 ? known : known.filter(({ id }) => asked.includes(id));
  if (known.length === 0) {
    throw new UsageError(
      'Nothing is kept in this database yet. Run clarity-keep collect or clarity-keep import first.',
    );
  }
  if (picked.length === 0) {
    throw new UsageError(
      `There is no project ${asked.map((id) => JSON.stringify(id)).join(', ')} in this database. Known projects: ${known.map(({ id }) => id).join(', ')}.`,
    );
  }
  const reports = picked.map((one) => {
    const today = dayOfInstant(now, one.timeZone);
    const ofWeek = week ?? lastCompleteWeek(today);
    if (!askedWeekSchema.safeParse(ofWeek).success) {
      throw new UsageError(
        `The clock of this machine says ${today}. ${weekProblem(ofWeek)} Set the clock, or name a week with --week.`,
      );
    }
    return { project: one, week: ofWeek, isOver: (daysOfWeek(ofWeek)[6] ?? today) < today };
  });
  const isKnown = (id: string) => picked.some((one) => one.id === id);
  return { reports, unknown: asked.filter((id) => !isKnown(id)) };
}

/** @throws UsageError when the week of a report is not over yet. */
export function refuseEarly(reports: readonly PickedReport[]): void {
  const early = reports.find(({ isOver }) => !isOver);
  if (early === undefined) return;
  throw new UsageError(
    `Week ${early.week} is not over in ${early.project.timeZone}: a report is sent once, so it waits for its last day. ` +
      `To see it now: clarity-keep-report preview --week ${early.week}`,
  );
}
