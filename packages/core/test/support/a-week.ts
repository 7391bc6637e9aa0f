import type { DayState, WeeklyReport, WeeklyReportInput, WindowSums } from '../../src/index.ts';
import {
  addWeeks,
  buildWeeklyReport,
  daysOfWeek,
  defaultSignalWeights,
  forEachSignal,
} from '../../src/index.ts';

/** Monday 16 to Sunday 22 November 2026. */
const WEEK = '2026-W47';

type Affected = Partial<Record<keyof WindowSums['signals'], number>>;

/** Sums of so many sessions, of which so many were affected by each signal. */
export function someSums(
  sessions: number,
  affected: Affected = {},
  overrides: Partial<WindowSums> = {},
): WindowSums {
  return {
    sessions,
    botSessions: 0,
    pageViews: null,
    bouncedSessions: null,
    bounceKnownSessions: 0,
    signals: forEachSignal((signal) => ({
      events: affected[signal] ?? 0,
      affected: affected[signal] ?? 0,
      knownSessions: sessions,
    })),
    scrollDepth: { sum: sessions * 50, weight: sessions },
    totalSeconds: null,
    activeSeconds: { sum: sessions * 60, weight: sessions },
    ...overrides,
  };
}

/** The fourteen days of the week and the one before, complete unless told otherwise. */
export function someStates(overrides: Record<string, DayState> = {}): Map<string, DayState> {
  const days = [...daysOfWeek(addWeeks(WEEK, -1)), ...daysOfWeek(WEEK)];
  return new Map(days.map((day) => [day, overrides[day] ?? 'complete']));
}

/** A page of the site with one signal more than the others. */
export function aPage(
  path: string,
  sessions: number,
  affected: Affected = {},
): WeeklyReportInput['pages'][number] {
  return { page: `https://shop.example${path}`, sums: someSums(sessions, affected) };
}

/** The report of a week with 100 sessions a day after one with 80, changed as told. */
export function aReport({
  states = someStates(),
  pageStates = states,
  ...overrides
}: Partial<Omit<WeeklyReportInput, 'states'>> & {
  states?: Map<string, DayState>;
  pageStates?: Map<string, DayState>;
} = {}): WeeklyReport {
  return buildWeeklyReport({
    project: { id: 'wxb0r23ozh', name: 'Shop', timeZone: 'UTC' },
    week: WEEK,
    states: {
      total: states,
      page: pageStates,
      device: states,
      source_medium: states,
      referrer: states,
    },
    totals: someTotals(states),
    pages: [
      aPage('/checkout', 400, { rageClicks: 60, deadClicks: 10 }),
      aPage('/', 4_000, { rageClicks: 20, deadClicks: 90 }),
    ],
    devices: [],
    referrers: [],
    sources: [],
    weights: defaultSignalWeights,
    ...overrides,
  });
}

/** Sums of each day that is not missing: 80 sessions in the week before, 100 in the week. */
export function someTotals(
  states: ReadonlyMap<string, DayState>,
  sums: (day: string, isBefore: boolean) => WindowSums = (_, isBefore) =>
    isBefore ? someSums(80, { rageClicks: 4 }) : someSums(100, { rageClicks: 8 }),
): Map<string, WindowSums> {
  const before = daysOfWeek(addWeeks(WEEK, -1));
  return new Map(
    [...states]
      .filter(([, state]) => state !== 'missing')
      .map(([day]) => [day, sums(day, before.includes(day))]),
  );
}
