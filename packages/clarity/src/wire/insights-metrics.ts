import { signalMetrics } from '@clarity-keep/core';
import { normaliseKey } from './normalise-key.ts';

const signalFields = [
  'sessionscount',
  'sessionswithmetricpercentage',
  'sessionswithoutmetricpercentage',
  'pagesviews',
  'subtotal',
];

/** Fields of the metrics that can have dimensions. A Map, because a metric can have any name. */
export const measuredFields: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.values(signalMetrics).map((metric) => [normaliseKey(metric), signalFields] as const),
  ['scrolldepth', ['averagescrolldepth']],
  [
    'traffic',
    [
      'totalsessioncount',
      'totalbotsessioncount',
      'distinctusercount',
      // As the official page spells it.
      'distantusercount',
      'pagespersessionpercentage',
    ],
  ],
  ['engagementtime', ['totaltime', 'activetime']],
]);

const namedSessions = ['name', 'sessionscount'];

/** Lists that come only without dimensions; their `url` is a value, not a dimension. */
export const listFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['browser', namedSessions],
  ['device', namedSessions],
  ['os', namedSessions],
  ['country', namedSessions],
  ['countryregion', namedSessions],
  ['pagetitle', namedSessions],
  ['referrerurl', namedSessions],
  ['popularpages', ['url', 'visitscount']],
]);

/** Metrics and fields, by normalised names, that responses of mobile-app projects have in the place of others. */
export const appNames: ReadonlySet<string> = new Set([
  'deadtapcount',
  'ragetapcount',
  'applicationerrorcount',
  'popularscreens',
  'screensviews',
  'screenspersessionpercentage',
]);

/** Whether this version knows a metric, by normalised name. */
export function isKnownMetric(key: string): boolean {
  return measuredFields.has(key) || listFields.has(key);
}
