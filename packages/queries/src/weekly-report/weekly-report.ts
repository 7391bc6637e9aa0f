import type { Breakdown, IsoWeek, WeeklyReport } from '@clarity-keep/core';
import { addWeeks, buildWeeklyReport, daysOfWeek, firstDayOfWeek } from '@clarity-keep/core';
import type { Database, FactRange, Project } from '@clarity-keep/db';
import { loadDailySums, loadDayStates, loadWindowSums } from '@clarity-keep/db';

/** The report of one project and ISO week, from what is known now. */
export function weeklyReport(
  db: Database,
  { project, week }: { project: Project; week: IsoWeek },
): WeeklyReport {
  const from = firstDayOfWeek(week);
  // A week has seven days.
  const to = daysOfWeek(week)[6] as string;
  const bothWeeks = (breakdown: Breakdown): FactRange => ({
    projectId: project.id,
    breakdown,
    from: firstDayOfWeek(addWeeks(week, -1)),
    to,
  });
  const states = (breakdown: Breakdown) => loadDayStates(db, bothWeeks(breakdown));
  const sums = (breakdown: Breakdown) =>
    loadWindowSums(db, { projectId: project.id, breakdown, from, to });

  return buildWeeklyReport({
    project: { id: project.id, name: project.name, timeZone: project.timeZone },
    week,
    states: {
      total: states('total'),
      page: states('page'),
      device: states('device'),
      source_medium: states('source_medium'),
      referrer: states('referrer'),
    },
    totals: loadDailySums(db, bothWeeks('total')),
    pages: sums('page').map(({ values, sums: page }) => ({ page: values.page ?? '', sums: page })),
    devices: sums('device').map(({ values, sums: device }) => ({
      device: values.device ?? '',
      sums: device,
    })),
    referrers: sums('referrer').map(({ values, sums: referrer }) => ({
      referrer: values.referrer ?? '',
      sums: referrer,
    })),
    sources: sums('source_medium').map(({ values, sums: source }) => ({
      source: values.source ?? '',
      medium: values.medium ?? '',
      sums: source,
    })),
    weights: project.signalWeights,
  });
}
