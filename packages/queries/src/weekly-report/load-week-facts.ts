import type { Breakdown, Day, DayState, IsoWeek, WeekFacts, WindowSums } from '@clarity-keep/core';
import {
  addDays,
  comparedPageDays,
  dayBounds,
  daysOfWeek,
  firstDayOfWeek,
  reportDays,
} from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import {
  listAnnotations,
  listMutes,
  loadDailySignals,
  loadDailySums,
  loadDayStates,
  loadPageSignals,
  loadUnrecognised,
  loadWindowSums,
} from '@clarity-keep/db';

/** What a report is made from, but for the days of single pages. */
export function loadWeekFacts(
  db: Database,
  {
    project,
    week,
    now,
    tokenExpiresAt,
  }: { project: Project; week: IsoWeek; now: Date; tokenExpiresAt: Date | null },
): WeekFacts {
  const { id: projectId, timeZone } = project;
  const { from, to } = reportDays(week);
  const monday = firstDayOfWeek(week);
  const states = (breakdown: Breakdown) => loadDayStates(db, { projectId, breakdown, from, to });
  const sums = (breakdown: Breakdown) =>
    loadWindowSums(db, { projectId, breakdown, from: monday, to });
  const pageStates = states('page');
  const { totals, totalStates } = loadTotals(db, { projectId, from, to });
  const pages = sums('page').map(({ values, sums: page }) => ({
    page: values.page ?? '',
    sums: page,
  }));
  const daysBefore = daysOfWeek(week).map((day) => addDays(day, -7));
  const compared = comparedPageDays(week, pageStates);
  const isWhole = compared.thisWeek.length === daysBefore.length;
  const pageSignals = (days: readonly string[]) =>
    days.length === 0 ? [] : loadPageSignals(db, { projectId, days });
  const pagesBefore = pageSignals(daysBefore);

  return {
    project: { id: projectId, name: project.name, timeZone },
    week,
    weights: project.signalWeights,
    states: {
      total: totalStates,
      page: pageStates,
      page_device: states('page_device'),
      device: states('device'),
      browser: states('browser'),
      source_medium: states('source_medium'),
      referrer: states('referrer'),
    },
    totals,
    sitePages: loadDailySignals(db, { projectId, breakdown: 'page', from, to }),
    pages,
    pagesBefore,
    // In a week without gaps these are the same days, which need not be added up twice.
    comparedPages: isWhole
      ? { thisWeek: pages, weekBefore: pagesBefore }
      : {
          thisWeek: pageSignals(compared.thisWeek),
          weekBefore: pageSignals(compared.weekBefore),
        },
    devices: sums('device').map(({ values, sums: device }) => ({
      device: values.device ?? '',
      sums: device,
    })),
    browsers: sums('browser').map(({ values, sums: browser }) => ({
      browser: values.browser ?? '',
      sums: browser,
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
    mutes: listMutes(db, projectId),
    annotations: listAnnotations(db, projectId),
    tokenExpiresAt,
    unrecognised: loadUnrecognised(db, {
      projectId,
      from: dayBounds(monday, timeZone).start,
      to: dayBounds(to, timeZone).end,
    }),
    now,
  };
}

/** Of a day whose stored sessions cannot be, nothing is known. */
function loadTotals(
  db: Database,
  days: { projectId: string; from: Day; to: Day },
): { totals: Map<Day, WindowSums>; totalStates: Map<Day, DayState> } {
  const range = { ...days, breakdown: 'total' as const };
  const totals = new Map<Day, WindowSums>();
  const totalStates = loadDayStates(db, range);
  for (const [day, sums] of loadDailySums(db, range)) {
    if (sums === null) totalStates.delete(day);
    else totals.set(day, sums);
  }
  return { totals, totalStates };
}
