import type {
  Day,
  DayState,
  WeeklyReport,
  WeeklyReportInput,
  WindowSums,
} from '@clarity-keep/core';
import {
  addWeeks,
  buildWeeklyReport,
  daysOfWeek,
  defaultSignalWeights,
  forEachSignal,
} from '@clarity-keep/core';

export const WEEK = '2026-W47';

/** Sums of so many sessions, each signal with its affected sessions. */
export function someSums(
  sessions: number,
  affected: Partial<Record<keyof WindowSums['signals'], number>> = {},
  overrides: Partial<WindowSums> = {},
): WindowSums {
  return {
    sessions,
    botSessions: Math.round(sessions / 20),
    pageViews: null,
    bouncedSessions: null,
    bounceKnownSessions: 0,
    signals: forEachSignal((signal) => ({
      events: (affected[signal] ?? 0) * 2,
      affected: affected[signal] ?? 0,
      knownSessions: sessions,
    })),
    scrollDepth: { sum: sessions * 54.3, weight: sessions },
    totalSeconds: { sum: sessions * 180, weight: sessions },
    activeSeconds: { sum: sessions * 73, weight: sessions },
    ...overrides,
  };
}

/** All days of the week and of the week before, complete unless told otherwise. */
export function someStates(overrides: Record<Day, DayState> = {}): Map<Day, DayState> {
  const days = [...daysOfWeek(addWeeks(WEEK, -1)), ...daysOfWeek(WEEK)];
  const states = days.map((day): [Day, DayState] => [day, overrides[day] ?? 'complete']);
  return new Map(states.filter(([, state]) => state !== 'missing'));
}

/** What the report of an ordinary week is made of. */
export function reportInput(overrides: Partial<WeeklyReportInput> = {}): WeeklyReportInput {
  const states = someStates();
  const before = daysOfWeek(addWeeks(WEEK, -1));
  return {
    project: { id: 'wxb0r23ozh', name: 'Example Shop', timeZone: 'Europe/Berlin' },
    week: WEEK,
    states: {
      total: states,
      page: states,
      page_device: states,
      device: states,
      browser: new Map(),
      source_medium: states,
      referrer: states,
    },
    totals: new Map(
      [...states.keys()].map((day) => [
        day,
        before.includes(day)
          ? someSums(1_310, {
              rageClicks: 20,
              deadClicks: 90,
              scriptErrors: 40,
              quickbackClicks: 70,
            })
          : someSums(1_462, {
              rageClicks: 31,
              deadClicks: 96,
              scriptErrors: 40,
              quickbackClicks: 66,
            }),
      ]),
    ),
    pages: [
      page('/checkout/payment', 812, { rageClicks: 54, deadClicks: 61, errorClicks: 12 }),
      page('/search?q=', 1_904, { deadClicks: 210, quickbackClicks: 160, scriptErrors: 20 }),
      page('/account/orders', 440, { scriptErrors: 92, rageClicks: 4 }),
      page('/', 4_201, { rageClicks: 12, deadClicks: 160, quickbackClicks: 90 }),
      page('/category/winter-jackets', 2_020, { deadClicks: 70, quickbackClicks: 31 }),
      page('/help/returns-and-refunds-for-orders-shipped-outside-the-european-union', 96, {
        rageClicks: 9,
        excessiveScrolls: 14,
      }),
      page('/blog/a', 210, { deadClicks: 9 }),
      page('/blog/b', 190, { deadClicks: 4 }),
      page('/about', 90, {}),
      page('/contact', 71, { errorClicks: 9 }),
      page('/press', 61, {}),
      page('/jobs', 12, { rageClicks: 3 }),
    ],
    devices: [
      {
        device: 'PC',
        sums: someSums(5_120, {}, { scrollDepth: { sum: 5_120 * 61.1, weight: 5_120 } }),
      },
      {
        device: 'Mobile',
        sums: someSums(4_900, {}, { scrollDepth: { sum: 4_900 * 48.6, weight: 4_900 } }),
      },
      { device: 'Tablet', sums: someSums(14) },
    ],
    referrers: [
      { referrer: 'https://www.google.com/', sums: someSums(2_310) },
      { referrer: 'android-app://com.google.android.googlequicksearchbox/', sums: someSums(310) },
      { referrer: 'https://chatgpt.com/', sums: someSums(122) },
      { referrer: 'https://tiny.example/', sums: someSums(2) },
      { referrer: '', sums: someSums(4_000) },
    ],
    sources: [
      { source: 'google', medium: 'cpc', sums: someSums(1_800, { quickbackClicks: 160 }) },
      { source: 'newsletter', medium: 'email', sums: someSums(420, { quickbackClicks: 12 }) },
      { source: '', medium: '', sums: someSums(3_900, { quickbackClicks: 101 }) },
      { source: 'x', medium: 'social', sums: someSums(4, { quickbackClicks: 4 }) },
    ],
    weights: defaultSignalWeights,
    sitePages: new Map(),
    comparedPages: { thisWeek: overrides.pages ?? [], weekBefore: overrides.pages ?? [] },
    pagesBefore: [],
    browsers: [],
    mutes: [],
    annotations: [],
    tokenExpiresAt: null,
    unrecognised: [],
    now: new Date('2026-11-23T06:00:00Z'),
    followed: new Map(),
    ...overrides,
  };
}

export function aReport(overrides: Partial<WeeklyReportInput> = {}): WeeklyReport {
  return buildWeeklyReport(reportInput(overrides));
}

export function page(
  path: string,
  sessions: number,
  affected: Parameters<typeof someSums>[1],
): { page: string; sums: WindowSums } {
  return { page: `https://shop.example.com${path}`, sums: someSums(sessions, affected) };
}
