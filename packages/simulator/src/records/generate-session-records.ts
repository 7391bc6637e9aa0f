import type { SessionRecord } from '../answers/session-records.ts';
import { type Day, addDays, startOfDay } from '../site/day.ts';
import { createRandom, weightedDraw } from '../site/random.ts';

/**
 * Session records in bulk, for benchmarks: `count` records spread evenly over `days` UTC days, oldest
 * first, over `pages` pages of which the first are much the busiest. Lazy; the same for the same input.
 * `collectedAt` is the ISO instant (UTC) at which a nightly job would have fetched the record.
 */
export function* generateSessionRecords(input: {
  seed: number;
  count: number;
  days: number;
  pages: number;
  /** The last of the days. Default 2026-11-22. */
  lastDay?: Day;
}): Generator<{ collectedAt: string; record: SessionRecord }, void, undefined> {
  const { seed, count, days, pages, lastDay = '2026-11-22' } = input;
  const random = createRandom(seed, 'session-records');
  const firstDay = addDays(lastDay, 1 - days);
  const urls = Array.from({ length: pages }, (_, page) => `https://shop.example.com/p/${page}`);
  let day = -1;
  let collectedAt = '';

  for (let index = 0; index < count; index++) {
    const dayOfRecord = Math.floor((index * days) / count);
    if (dayOfRecord !== day) {
      day = dayOfRecord;
      collectedAt = new Date(startOfDay(addDays(firstDay, day)) + COLLECTED_AT_MS).toISOString();
    }
    const views = 1 + Math.floor(-Math.log(1 - random.next()) * 1.6);
    yield {
      collectedAt,
      record: {
        SessionId: `${Math.floor(random.next() * 2 ** 32).toString(36)}${index.toString(36)}`,
        PageUrl: urls[Math.floor(random.next() ** 3 * pages)] ?? '',
        Duration: 1 + Math.floor(-Math.log(1 - random.next()) * 90 * views),
        PageViews: views,
        RageClickCount: random.next() < 0.02 ? random.int(1, 4) : 0,
        DeadClickCount: random.next() < 0.08 ? random.int(1, 5) : 0,
        ScrollDepth: Math.round(random.next() * 10_000) / 100,
        Referrer: drawReferrer(random),
        Device: drawDevice(random),
        Browser: drawBrowser(random),
        Country: drawCountry(random),
      },
    };
  }
}

const COLLECTED_AT_MS = 23.5 * 3_600_000;

const drawReferrer = weightedDraw<string>([
  ['https://www.google.com/', 45],
  ['', 30],
  ['https://www.bing.com/', 6],
  ['https://l.facebook.com/', 8],
  ['https://chatgpt.com/', 4],
  ['https://interior-blog.example/best-oak-chairs', 4],
  ['https://deals.example/', 3],
]);
const drawDevice = weightedDraw<string>([
  ['Desktop', 54],
  ['Mobile', 41],
  ['Tablet', 5],
]);
const drawBrowser = weightedDraw<string>([
  ['Chrome 142.0', 60],
  ['MobileSafari 26.1', 22],
  ['Edge 142.0', 11],
  ['Firefox 145.0', 7],
]);
const drawCountry = weightedDraw<string>([
  ['Germany', 50],
  ['Austria', 20],
  ['United States', 20],
  ['Korea, Republic of', 10],
]);
