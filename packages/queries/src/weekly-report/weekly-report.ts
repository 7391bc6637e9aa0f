import type { FollowedPage, IsoWeek, WeeklyReport } from '@clarity-keep/core';
import {
  addWeeks,
  buildWeeklyReport,
  firstDayOfWeek,
  pagesToFollow,
  reportDays,
  surveyWeek,
} from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import { loadDailySignals, loadDeviceSignals, readAtOnce } from '@clarity-keep/db';
import { loadWeekFacts } from './load-week-facts.ts';

/** The report of one project and ISO week, from what is known now. */
export function weeklyReport(
  db: Database,
  input: {
    project: Project;
    week: IsoWeek;
    now: Date;
    /** Of the project's API token; null when it is not known, or never. */
    tokenExpiresAt: Date | null;
  },
): WeeklyReport {
  const { project, week } = input;
  return readAtOnce(db, () => {
    const facts = loadWeekFacts(db, input);
    const survey = surveyWeek(facts);
    const followed = pagesToFollow(survey).map((page): [string, FollowedPage] => [
      page,
      followPage(db, { projectId: project.id, page, week }),
    ]);
    return buildWeeklyReport({ ...facts, followed: new Map(followed) }, survey);
  });
}

function followPage(
  db: Database,
  { projectId, page, week }: { projectId: string; page: string; week: IsoWeek },
): FollowedPage {
  const { from, to } = reportDays(week);
  const fortnight = { from: firstDayOfWeek(addWeeks(week, -1)), to };
  return {
    days: loadDailySignals(db, { projectId, breakdown: 'page', page, from, to }),
    devices: loadDeviceSignals(db, { projectId, page, ...fortnight }),
  };
}
