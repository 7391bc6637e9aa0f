import type { WeekFacts, WindowSums } from '@clarity-keep/core';
import {
  addWeeks,
  daysBetween,
  daysOfWeek,
  defaultSignalWeights,
  forEachSignal,
  reportDays,
} from '@clarity-keep/core';
import type { Visits } from './made-up-visits.ts';
import { madeUpVisits, sumsOf } from './made-up-visits.ts';
import { shop } from './shop.ts';

const WEEK = '2026-W47';

/** Tuesday to Friday of a week in which the collection stood still. */
const NOT_COLLECTED = daysBetween('2026-10-27', '2026-10-30');

/** Of the week's sessions, in percent; of those with a source, the share that turns back at once, too. */
const referrers = {
  'https://www.google.com/': 34.5,
  'https://www.instagram.com/': 7.3,
  'https://chatgpt.com/': 3.1,
  'https://www.bing.com/': 2.4,
  'https://newsletter.fernweh.example/': 2.2,
  'https://hiking-forum.fernweh.example/': 0.4,
  'https://intranet.fernweh.example/': 0.03,
};
const sources = [
  { source: '', medium: '', share: 33, quickbacks: 5.2 },
  { source: 'google', medium: 'cpc', share: 24, quickbacks: 8.3 },
  { source: 'google', medium: 'organic', share: 27, quickbacks: 6.2 },
  { source: 'instagram', medium: 'social', share: 7.2, quickbacks: 13.4 },
  { source: 'newsletter', medium: 'email', share: 4.1, quickbacks: 3.3 },
  { source: 'bing', medium: 'organic', share: 2.3, quickbacks: 6.8 },
  { source: 'idealo', medium: 'price-comparison', share: 1.9, quickbacks: 9.1 },
  { source: 'flyer', medium: 'qr', share: 0.1, quickbacks: 8 },
];

/** What would be known of the made-up shop on the Monday after the week, and its visits. */
export function sampleFacts(): { facts: WeekFacts; visits: Visits[] } {
  const { from, to } = reportDays(WEEK);
  const days = daysBetween(from, to);
  const collected = days.filter((day) => !NOT_COLLECTED.includes(day));
  const states = new Map(collected.map((day) => [day, 'complete' as const]));
  const visits = madeUpVisits(days).filter(({ day }) => states.has(day));
  const during = (week: string): Visits[] => {
    const its = daysOfWeek(week);
    return visits.filter(({ day }) => its.includes(day));
  };
  const thisWeek = during(WEEK);
  const pagesOf = (some: readonly Visits[]) =>
    listBy(some, { key: ({ page }) => page, of: 'pages' }).map(([page, sums]) => ({ page, sums }));
  const [pages, pagesBefore] = [pagesOf(thisWeek), pagesOf(during(addWeeks(WEEK, -1)))];
  const week = sumsOf(thisWeek, 'site');
  const facts: WeekFacts = {
    project: { id: shop.id, name: shop.name, timeZone: shop.timeZone },
    week: WEEK,
    weights: defaultSignalWeights,
    states: {
      total: states,
      page: states,
      page_device: states,
      device: states,
      browser: states,
      source_medium: states,
      referrer: states,
    },
    totals: new Map(listBy(visits, { key: ({ day }) => day, of: 'site' })),
    sitePages: new Map(listBy(visits, { key: ({ day }) => day, of: 'pages' })),
    pages,
    pagesBefore,
    comparedPages: { thisWeek: pages, weekBefore: pagesBefore },
    devices: listBy(thisWeek, { key: ({ visitor }) => visitor.device, of: 'site' }).map(
      ([device, sums]) => ({ device, sums }),
    ),
    browsers: listBy(thisWeek, { key: ({ visitor }) => visitor.browser, of: 'site' }).map(
      ([browser, sums]) => ({ browser, sums }),
    ),
    referrers: Object.entries(referrers).map(([referrer, share]) => ({
      referrer,
      sums: shareOf(week, share, 0),
    })),
    sources: sources.map(({ source, medium, share, quickbacks }) => ({
      source,
      medium,
      sums: shareOf(week, share, quickbacks),
    })),
    mutes: [
      {
        page: `${shop.home}/careers/apply`,
        reason: 'The form of our old applicant system, replaced in December',
        untilDay: '2026-12-31',
      },
    ],
    annotations: [
      {
        page: `${shop.home}/cart`,
        day: '2026-11-13',
        text: 'Moved the voucher field below the total',
      },
      { page: `${shop.home}/search?q=`, day: '2026-11-20', text: 'Suggestions while typing' },
    ],
    tokenExpiresAt: new Date('2026-12-02T12:00:00Z'),
    unrecognised: [],
    now: new Date('2026-11-23T06:30:00Z'),
  };
  return { facts, visits };
}

function listBy<Key extends string>(
  visits: readonly Visits[],
  { key, of }: { key: (visits: Visits) => Key; of: 'pages' | 'site' },
): [Key, WindowSums][] {
  return [...Map.groupBy(visits, key)].map(([name, some]) => [name, sumsOf(some, of)]);
}

/** A percentage of the sessions, and the percentage of those that turn back at once. */
function shareOf(week: WindowSums, share: number, quickbacks: number): WindowSums {
  const sessions = Math.round((week.sessions * share) / 100);
  const affected = Math.round((sessions * quickbacks) / 100);
  return {
    ...week,
    sessions,
    signals: forEachSignal((signal) =>
      signal === 'quickbackClicks'
        ? { events: affected, affected, knownSessions: sessions }
        : { events: null, affected: null, knownSessions: 0 },
    ),
  };
}
