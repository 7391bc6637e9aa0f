import type { Day, Signal, WindowSums } from '@clarity-keep/core';
import { forEachSignal, signals } from '@clarity-keep/core';
import type { ShopPage, Visitor } from './shop.ts';
import { audience, eventsPerSession, rateOn, scrolling, shop, shopPages } from './shop.ts';

/** From Monday to Sunday, of a seventh of the week's. */
const WEEKDAYS = [1.06, 1, 0.98, 0.97, 0.91, 0.96, 1.12];
const GROWTH_PER_DAY = 0.0017;
const PAGES_PER_SESSION = 2;
const BOTS_PER_SESSION = 0.049;
const GOLDEN_RATIO = 0.618_033_988_749_895;
const SEED = 31;

/** The sessions that a page had on a day from one kind of visitor. */
export interface Visits {
  day: Day;
  page: string;
  visitor: Visitor;
  sessions: number;
  /** Those that began there: a session sees several pages, and counts once for the site. */
  entries: number;
  affected: Record<Signal, number>;
  /** Averages of the sessions. */
  scrollDepth: number;
  activeSeconds: number;
}

/** The visits of whole weeks, given by their days. The same days have the same visits. */
export function madeUpVisits(days: readonly Day[]): Visits[] {
  return shopPages.flatMap((page, place) =>
    audience.flatMap((visitor) => visitsOf(page, visitor, { days, place })),
  );
}

function visitsOf(
  page: ShopPage,
  visitor: Visitor,
  { days, place }: { days: readonly Day[]; place: number },
): Visits[] {
  const counter = (measure: number): ((expected: number) => number) => {
    const counted = (place * (signals.length + 2) + measure) * audience.length;
    return wholeNumbers(scattered(counted + audience.indexOf(visitor)));
  };
  const [sessionsOf, entriesOf] = [counter(signals.length), counter(signals.length + 1)];
  const affectedBy = forEachSignal((signal) => counter(signals.indexOf(signal)));
  return days.flatMap((day, index) => {
    if (page.from !== undefined && day < page.from) return [];
    const week = Math.floor(index / 7);
    const sessions = sessionsOf(
      (page.sessions / 7) *
        (visitor.share / 100) *
        (WEEKDAYS[index % 7] ?? 1) *
        (1 + GROWTH_PER_DAY * (index - days.length)) *
        about(1, { by: 0.05, place: index }),
    );
    if (sessions === 0) return [];
    return {
      day,
      page: `${shop.home}${page.path}`,
      visitor,
      sessions,
      entries: entriesOf(sessions / PAGES_PER_SESSION),
      affected: forEachSignal((signal) => {
        const swing = about(1, { by: 0.05, place: week + 9 * signals.indexOf(signal) });
        return affectedBy[signal](sessions * rateOn(page, signal, day, visitor) * swing);
      }),
      scrollDepth: about(page.scrollDepth, { by: 0.02, place: week }) * scrolling[visitor.device],
      activeSeconds: about(page.activeSeconds, { by: 0.04, place: week + 3 }),
    };
  });
}

/** Adds up visits: those of pages, or of the whole site, where a session counts where it began. */
export function sumsOf(visits: readonly Visits[], of: 'pages' | 'site'): WindowSums {
  const counted = of === 'pages' ? 'sessions' : 'entries';
  const total = (value: (some: Visits) => number): number =>
    visits.reduce((sum, some) => sum + value(some), 0);
  const sessions = total((some) => some[counted]);
  return {
    sessions,
    botSessions: Math.round(sessions * BOTS_PER_SESSION),
    pageViews: null,
    bouncedSessions: null,
    bounceKnownSessions: 0,
    signals: forEachSignal((signal) => {
      const affected = total((some) => some.affected[signal]);
      const events = Math.round(affected * eventsPerSession[signal]);
      return { affected, events, knownSessions: sessions };
    }),
    scrollDepth: { sum: total((some) => some[counted] * some.scrollDepth), weight: sessions },
    totalSeconds: null,
    activeSeconds: { sum: total((some) => some[counted] * some.activeSeconds), weight: sessions },
  };
}

/** Makes whole numbers of expected ones: what is left over is carried on, so that they add up. */
function wholeNumbers(start: number): (expected: number) => number {
  let left = start;
  return (expected) => {
    left += expected;
    const whole = Math.floor(left);
    left -= whole;
    return whole;
  };
}

/** Something near the value: the same every time for a place, and another at the next. */
function about(value: number, { by, place }: { by: number; place: number }): number {
  return value * (1 + by * (2 * scattered(place) - 1));
}

/** Spreads places evenly over 0..1, neighbours far apart. */
function scattered(place: number): number {
  return ((SEED + place) * GOLDEN_RATIO) % 1;
}
