import { type Acquisition, drawAcquisition } from './acquisition.ts';
import { profileOf } from './audience.ts';
import { DAY_MS, type Day, startOfDay, weekdayOf } from './day.ts';
import { bringHostility } from './hostile.ts';
import { bareView, drawPageView } from './page-view.ts';
import { plantProblems } from './plant-problems.ts';
import { type Random, createRandom, weightedDraw } from './random.ts';
import type { PageOptions, SiteOptions } from './site-options.ts';
import type { PageView, Visit } from './visit.ts';

/**
 * All visits that start on one UTC day, by start instant. Depends on the options and the day alone,
 * so any day can be made without the days before it.
 */
export function generateDay(site: Required<SiteOptions>, day: Day): Visit[] {
  if (day < site.firstDay) return [];
  const random = createRandom(site.seed, day);
  const shape = WEEKDAYS[weekdayOf(day)] ?? 1;
  const humans = Math.round(site.sessionsPerDay * shape * (0.92 + 0.16 * random.next()));
  const bots = Math.round(humans * site.botsPerHuman * (0.5 + random.next()));
  const neither = Math.round(humans * NEITHER_SHARE);

  const context: DayContext = {
    site,
    day,
    drawEntry: weightedDraw(site.pages.map((page) => [page, page.entryWeight] as const)),
    drawNext: weightedDraw(site.pages.map((page) => [page, page.weight] as const)),
  };
  const visits: Visit[] = [];
  for (let index = 0; index < humans; index++) visits.push(humanVisit(context, index, random));
  for (let index = 0; index < bots; index++) visits.push(botVisit(context, index, random));
  for (let index = 0; index < neither; index++) visits.push(neitherVisit(context, index, random));

  if (site.hostile) bringHostility(visits, site.seed, day, site.origin);
  plantProblems(visits, site.problems, site.seed, day);
  return visits.toSorted((left, right) => left.startedAt - right.startedAt);
}

type DayContext = {
  site: Required<SiteOptions>;
  day: Day;
  drawEntry: (random: Random) => PageOptions;
  drawNext: (random: Random) => PageOptions;
};

const NEITHER_SHARE = 0.015;
const WEEKDAYS = [1.12, 1.1, 1.06, 1.02, 0.96, 0.82, 0.92];
const drawHour = weightedDraw(
  [6, 4, 3, 3, 4, 8, 18, 32, 46, 54, 58, 60, 62, 58, 55, 54, 56, 62, 70, 76, 72, 54, 30, 14].map(
    (weight, hour) => [hour, weight] as const,
  ),
);

function humanVisit(context: DayContext, index: number, random: Random): Visit {
  const { site } = context;
  // Squaring lets a part of the audience return much more often than the rest.
  const visitor = `v${Math.floor(random.next() ** 2 * site.sessionsPerDay * 12).toString(36)}`;
  const acquisition = drawAcquisition(random);
  const views: PageView[] = [];
  let page = context.drawEntry(random);
  views.push(drawPageView(page, entryUrl(site, page, acquisition, random), random));
  while (views.length < MOST_VIEWS && random.chance(GOES_ON)) {
    const next = context.drawNext(random);
    // Going from a page to itself is no navigation; the visitor leaves.
    if (next === page) break;
    page = next;
    views.push(drawPageView(page, site.origin + page.path, random));
  }
  return {
    ...begin(context, 's', index, random),
    visitor,
    kind: 'human',
    ...profileOf(site.seed, visitor),
    source: acquisition.source,
    medium: acquisition.medium,
    campaign: acquisition.campaign,
    channel: acquisition.channel,
    referrer: acquisition.referrer,
    views,
  };
}

const MOST_VIEWS = 12;
const GOES_ON = 0.66;

function entryUrl(
  site: Required<SiteOptions>,
  page: PageOptions,
  acquisition: Acquisition,
  random: Random,
): string {
  const url = site.origin + page.path;
  const query = acquisition.tracking(random);
  const fragment = random.chance(0.02);
  if (!site.variants) return url;
  return url + (query === '' ? '' : `?${query}`) + (fragment ? '#reviews' : '');
}

function botVisit(context: DayContext, index: number, random: Random): Visit {
  const { site } = context;
  const probe = PROBES[random.int(0, PROBES.length - 1)] ?? '/';
  const path = random.chance(0.4) ? probe : context.drawEntry(random).path;
  return {
    ...begin(context, 'b', index, random),
    ...unknownVisitor(`${context.day}:bot:${index}`),
    kind: 'bot',
    device: random.chance(0.9) ? 'PC' : 'Other',
    os: 'Linux',
    browser: random.chance(0.7) ? 'Chrome' : 'Other',
    country: random.chance(0.5) ? 'United States' : 'Singapore',
    views: [bareView(site.origin + path, 'Example Shop')],
  };
}

const PROBES = ['/wp-login.php', '/xmlrpc.php', '/.env', '/admin'];

function neitherVisit(context: DayContext, index: number, random: Random): Visit {
  const path = random.chance(0.8) ? context.drawEntry(random).path : '/#signed-out';
  const url = random.chance(0.6) ? null : context.site.origin + path;
  return {
    ...begin(context, 'n', index, random),
    ...unknownVisitor(`${context.day}:neither:${index}`),
    kind: 'neither',
    device: random.chance(0.1) ? 'Other' : 'PC',
    os: 'Windows',
    browser: 'Edge',
    country: 'Germany',
    views: Array.from({ length: random.chance(0.05) ? 2 : 1 }, () => bareView(url, 'Example Shop')),
  };
}

function unknownVisitor(visitor: string) {
  return {
    visitor,
    browserVersion: '1.0',
    source: null,
    medium: null,
    campaign: null,
    channel: 'Direct',
    referrer: null,
  };
}

function begin(context: DayContext, prefix: string, index: number, random: Random) {
  const from = startOfDay(context.day);
  const day = Math.floor(from / DAY_MS).toString(36);
  return {
    id: `${prefix}${day}${index.toString(36).padStart(4, '0')}${random.int(0, 36 ** 4 - 1).toString(36)}`,
    startedAt: from + drawHour(random) * 3_600_000 + random.int(0, 3_599_999),
  };
}
