import type { IsoWeek } from '@clarity-keep/core';
import {
  askedWeekSchema,
  chooseProject,
  dayOfInstant,
  daysOfWeek,
  isoWeekSchema,
  lastCompleteWeek,
  weekProblem,
} from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import { listProjects } from '@clarity-keep/db';
import type { ProjectConfiguration } from '@clarity-keep/environment';
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
  /** IDs of configured projects for which nothing has been collected. */
  unknown: string[];
}

/**
 * The reports that a command is about: of the project that was named, or of all that are configured, or
 * else of all in the database; and of the week that was named or of the last complete one in each
 * project's own zone.
 *
 * @throws UsageError for an invalid week, or when nothing has been collected; UnknownProjectError.
 */
export function pickReports(
  db: Database,
  {
    project,
    configured,
    week,
    now,
  }: {
    /** An ID or a name. */
    project: string | undefined;
    /** The projects that are described somewhere. */
    configured: readonly Pick<ProjectConfiguration, 'id' | 'name'>[];
    week: string | undefined;
    now: Date;
  },
): PickedReports {
  if (week !== undefined && !isoWeekSchema.safeParse(week).success) {
    throw new UsageError(`--week must be an ISO week such as 2026-W47, not ${week}.`);
  }
  if (week !== undefined && !askedWeekSchema.safeParse(week).success) {
    throw new UsageError(`--week: ${weekProblem(week)}`);
  }
  const known = listProjects(db);
  if (known.length === 0) {
    throw new UsageError(
      'Nothing has been collected yet. Run clarity-keep collect or clarity-keep import first.',
    );
  }
  const asked = askedProjects({ project, configured, known });
  const picked = known.filter(({ id }) => asked.includes(id));
  if (picked.length === 0) {
    throw new UsageError(
      `Nothing has been collected yet for ${asked.join(', ')}. Run clarity-keep collect first.`,
    );
  }
  const reports = picked.map((one) => {
    const today = dayOfInstant(now, one.timeZone);
    const ofWeek = week ?? lastCompleteWeek(today);
    if (!askedWeekSchema.safeParse(ofWeek).success) {
      throw new UsageError(
        `This machine's clock says ${today}. ${weekProblem(ofWeek)} Set the clock, or choose a week with --week.`,
      );
    }
    return { project: one, week: ofWeek, isOver: (daysOfWeek(ofWeek)[6] ?? today) < today };
  });
  const isKnown = (id: string) => picked.some((one) => one.id === id);
  return { reports, unknown: asked.filter((id) => !isKnown(id)) };
}

/** The IDs of the projects that were asked for. */
function askedProjects({
  project,
  configured,
  known,
}: {
  project: string | undefined;
  configured: readonly Pick<ProjectConfiguration, 'id' | 'name'>[];
  known: readonly Project[];
}): string[] {
  if (project === undefined) return (configured.length === 0 ? known : configured).map(idOf);
  const isKnown = ({ id }: { id: string }) => known.some((one) => one.id === id);
  return [chooseProject([...known, ...configured.filter((one) => !isKnown(one))], project).id];
}

function idOf({ id }: { id: string }): string {
  return id;
}

/** @throws UsageError when the week of a report is not over yet. */
export function refuseEarly(reports: readonly PickedReport[]): void {
  const early = reports.find(({ isOver }) => !isOver);
  if (early === undefined) return;
  throw new UsageError(
    `Week ${early.week} is not over yet in ${early.project.timeZone}, and a report is sent only once. ` +
      `To see it now: clarity-keep-report preview --week ${early.week}`,
  );
}
