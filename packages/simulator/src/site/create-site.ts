import { SimulatorOptionError } from '../errors.ts';
import { DAY_MS, type Day, dayOf } from './day.ts';
import { generateDay } from './generate-day.ts';
import { SHOP_PAGES } from './shop-pages.ts';
import type { SiteOptions } from './site-options.ts';
import type { Visit } from './visit.ts';

/** A generated site: an endless history, made day by day when it is asked for. */
export type Site = {
  options: Required<SiteOptions>;
  /** The visits that start on a UTC day, by start instant. Shared: do not change them. */
  visitsOf: (day: Day) => readonly Visit[];
  /** The visits that start in the half-open window [from, to), in epoch milliseconds. */
  visitsBetween: (from: number, to: number) => Visit[];
};

/**
 * Makes a site from its options; nothing is generated before it is asked for.
 * Throws SimulatorOptionError when a planted problem names a page the site does not have.
 */
export function createSite(given: SiteOptions): Site {
  const options: Required<SiteOptions> = {
    origin: 'https://shop.example.com',
    sessionsPerDay: 600,
    pages: SHOP_PAGES,
    botsPerHuman: 0.06,
    variants: true,
    hostile: false,
    problems: [],
    firstDay: '0000-01-01',
    ...given,
  };
  checkOptions(options);

  const days = new Map<Day, Visit[]>();
  const visitsOf = (day: Day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const visits = generateDay(options, day);
    days.set(day, visits);
    // A day is cheap to make again, a year of days is not cheap to hold.
    const oldest = days.keys().next().value;
    if (days.size > DAYS_HELD && oldest !== undefined) days.delete(oldest);
    return visits;
  };

  return {
    options,
    visitsOf,
    visitsBetween: (from, to) => {
      const visits: Visit[] = [];
      for (let at = Math.floor(from / DAY_MS) * DAY_MS; at < to; at += DAY_MS) {
        for (const visit of visitsOf(dayOf(at))) {
          if (visit.startedAt >= from && visit.startedAt < to) visits.push(visit);
        }
      }
      return visits;
    },
  };
}

const DAYS_HELD = 40;

function checkOptions({ pages, problems, sessionsPerDay }: Required<SiteOptions>): void {
  if (!(sessionsPerDay >= 0)) {
    throw new SimulatorOptionError(`sessionsPerDay must be 0 or more, not ${sessionsPerDay}.`);
  }
  const paths = new Set(pages.map((page) => page.path));
  if (paths.size === 0) throw new SimulatorOptionError('The site must have at least one page.');
  for (const problem of problems) {
    if (paths.has(problem.page)) continue;
    throw new SimulatorOptionError(
      `The page of a planted problem must be one of ${[...paths].join(', ')}, not ${problem.page}.`,
    );
  }
}
