import type { Signal } from '@clarity-keep/core';
import { normaliseKey } from './normalise-key.ts';

/** As the wire spells them. */
export const signalMetrics: Record<Signal, string> = {
  deadClicks: 'DeadClickCount',
  excessiveScrolls: 'ExcessiveScroll',
  rageClicks: 'RageClickCount',
  quickbackClicks: 'QuickbackClick',
  scriptErrors: 'ScriptErrorCount',
  errorClicks: 'ErrorClickCount',
};

const signalFields = [
  'sessionscount',
  'sessionswithmetricpercentage',
  'sessionswithoutmetricpercentage',
  'pagesviews',
  'subtotal',
];

/** Fields of the metrics that may carry dimensions. Maps, because a metric may have any name. */
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

/** Lists that come only when no dimension was applied; their `url` is a value, no dimension. */
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

/** Whether this version reads a metric, by its normalised name. */
export function isKnownMetric(key: string): boolean {
  return measuredFields.has(key) || listFields.has(key);
}
