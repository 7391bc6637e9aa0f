import type {
  Day,
  DayState,
  FollowedPage,
  Signal,
  SignalSums,
  WeeklyReport,
  WeeklyReportInput,
  WindowSums,
} from '../../src/index.ts';
import {
  addDays,
  buildWeeklyReport,
  comparedPageDays,
  daysBetween,
  daysOfWeek,
  defaultSignalWeights,
  forEachSignal,
  reportDays,
} from '../../src/index.ts';
import { addSignalSums } from '../../src/facts/signal-sums.ts';

/** Monday 16 to Sunday 22 November 2026. */
export const WEEK = '2026-W47';

export type Affected = Partial<Record<Signal, number>>;

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

/** The days of the week and of the eight before, complete unless told otherwise. */
export function someStates(overrides: Record<string, DayState> = {}): Map<string, DayState> {
  const { from, to } = reportDays(WEEK);
  return new Map(daysBetween(from, to).map((day) => [day, overrides[day] ?? 'complete']));
}

/** A page of the site with one signal more than the others. */
export function aPage(
  path: string,
  sessions: number,
  affected: Affected = {},
): WeeklyReportInput['pages'][number] {
  return { page: `https://shop.example${path}`, sums: someSums(sessions, affected) };
}

export interface WeekOptions extends Partial<Omit<WeeklyReportInput, 'states'>> {
  states?: Map<string, DayState>;
  pageStates?: Map<string, DayState>;
  browserStates?: Map<string, DayState>;
}

/** A week with 100 sessions a day after weeks with 80, its pages the same as a week ago. */
export function aWeek({
  states = someStates(),
  pageStates = states,
  browserStates = new Map(),
  pages = [
    aPage('/checkout', 400, { rageClicks: 60, deadClicks: 10 }),
    aPage('/', 4_000, { rageClicks: 20, deadClicks: 90 }),
  ],
  ...overrides
}: WeekOptions = {}): WeeklyReportInput {
  return {
    project: { id: 'wxb0r23ozh', name: 'Shop', timeZone: 'UTC' },
    week: WEEK,
    states: {
      total: states,
      page: pageStates,
      page_device: pageStates,
      device: states,
      browser: browserStates,
      source_medium: states,
      referrer: states,
    },
    totals: someTotals(states),
    sitePages: new Map(),
    pages,
    comparedPages: { thisWeek: pages, weekBefore: pages },
    pagesBefore: pages,
    devices: [],
    browsers: [],
    referrers: [],
    sources: [],
    weights: defaultSignalWeights,
    mutes: [],
    annotations: [],
    tokenExpiresAt: null,
    unrecognised: [],
    now: new Date('2026-11-23T06:00:00Z'),
    followed: new Map(),
    ...overrides,
  };
}

/** The report of such a week. */
export function aReport(options: WeekOptions = {}): WeeklyReport {
  return buildWeeklyReport(aWeek(options));
}

/** Sums of each day that is not missing: 80 sessions in the weeks before, 100 in the week. */
export function someTotals(
  states: ReadonlyMap<string, DayState>,
  sums: (day: string, isBefore: boolean) => WindowSums = (_, isBefore) =>
    isBefore ? someSums(80, { rageClicks: 4 }) : someSums(100, { rageClicks: 8 }),
): Map<string, WindowSums> {
  const days = daysOfWeek(WEEK);
  return new Map(
    [...states]
      .filter(([, state]) => state !== 'missing')
      .map(([day]) => [day, sums(day, !days.includes(day))]),
  );
}

/** What one device did on one page and day: sessions, and how many of them each signal affected. */
export type DayOfPage = (day: Day, device: string) => [sessions: number, affected?: Affected];

const devices = ['PC', 'Mobile'];

/**
 * The report of a site that is told day by day, over the nine weeks that a report looks at: what a page
 * did in any of them follows from its days. Paths are keys.
 */
export function reportOfDays({
  pages,
  states = someStates(),
  ...overrides
}: Partial<Omit<WeeklyReportInput, 'pages' | 'states'>> & {
  pages: Record<string, DayOfPage>;
  states?: Map<string, DayState>;
  browserStates?: Map<string, DayState>;
}): WeeklyReport {
  const known = [...states].filter(([, state]) => state !== 'missing').map(([day]) => day);
  const followed = new Map(
    Object.entries(pages).map(([path, dayOf]) => [
      `https://shop.example${path}`,
      followedPage(known, dayOf),
    ]),
  );
  const sumsOver = (days: readonly Day[]) =>
    [...followed].map(([page, { days: daily }]) => ({
      page,
      sums: addSignalSums(days.flatMap((day) => daily.get(day) ?? [])),
    }));
  const compared = comparedPageDays(WEEK, states);
  const week = daysOfWeek(WEEK);
  return aReport({
    states,
    sitePages: new Map(
      known.map((day) => [
        day,
        addSignalSums([...followed.values()].flatMap(({ days }) => days.get(day) ?? [])),
      ]),
    ),
    pages: sumsOver(week)
      .filter(({ sums }) => sums.sessions > 0)
      .map(({ page, sums }) => ({ page, sums: windowSums(sums) })),
    comparedPages: {
      thisWeek: sumsOver(compared.thisWeek),
      weekBefore: sumsOver(compared.weekBefore),
    },
    pagesBefore: sumsOver(week.map((day) => addDays(day, -7))),
    followed,
    ...overrides,
  });
}

function followedPage(known: readonly Day[], dayOf: DayOfPage): FollowedPage {
  const ofDevice = new Map(
    devices.map((device) => [
      device,
      new Map(
        known
          .map((day): [Day, SignalSums] => [day, someSums(...dayOf(day, device))])
          .filter(([, { sessions }]) => sessions > 0),
      ),
    ]),
  );
  const days = known
    .map((day): [Day, SignalSums] => [
      day,
      addSignalSums([...ofDevice.values()].flatMap((daily) => daily.get(day) ?? [])),
    ])
    .filter(([, { sessions }]) => sessions > 0);
  return { days: new Map(days), devices: ofDevice };
}

function windowSums({ sessions, signals }: SignalSums): WindowSums {
  return {
    ...someSums(sessions),
    signals: forEachSignal((signal) => ({ events: signals[signal].affected, ...signals[signal] })),
  };
}
