import type { Breakdown, Dimension } from '@clarity-keep/core';
import { breakdownDimensions, breakdownOf } from '@clarity-keep/core';
import { normaliseKey } from './normalise-key.ts';

/**
 * Dimension names for requests. Clarity documents `Country/Region` but silently drops it; `Country` works.
 * Referrers are a list in responses without dimensions and cannot be requested.
 */
const requestNames: Record<Exclude<Dimension, 'referrer'>, string> = {
  page: 'URL',
  device: 'Device',
  browser: 'Browser',
  os: 'OS',
  country: 'Country',
  source: 'Source',
  medium: 'Medium',
  campaign: 'Campaign',
  channel: 'Channel',
};

/** The dimension names to send for a breakdown. */
export function requestDimensions(breakdown: Breakdown): string[] {
  return breakdownDimensions[breakdown].flatMap((dimension) =>
    dimension === 'referrer' ? [] : [requestNames[dimension]],
  );
}

/** The breakdown that these request names ask for, or null if it is not stored. */
export function requestedBreakdown(names: readonly string[]): Breakdown | null {
  const found = names.map((name) => dimensionOf(normaliseKey(name)));
  return breakdownOf(found.filter((dimension) => dimension !== null));
}

/** What people put between the dimensions of a call: `URL+Device`, `Source, Medium`, `url_x_device`. */
const BETWEEN_NAMES = /[,;+|&×]|[\s_]x[\s_]/i;

/**
 * The names to send for the dimensions that people call a saved response by; null when a text has any other name,
 * such as `total` or `none`.
 */
export function namedDimensions(text: string): string[] | null {
  const dimensions = text.split(BETWEEN_NAMES).map((name) => dimensionOf(normaliseKey(name)));
  const names = dimensions.map((dimension) =>
    dimension === null || dimension === 'referrer' ? null : requestNames[dimension],
  );
  return names.includes(null) ? null : names.filter((name) => name !== null);
}

const dimensionOfKey: ReadonlyMap<string, Dimension> = new Map([
  ['url', 'page'],
  ['device', 'device'],
  ['browser', 'browser'],
  ['os', 'os'],
  ['country', 'country'],
  ['countryregion', 'country'],
  ['source', 'source'],
  ['medium', 'medium'],
  ['campaign', 'campaign'],
  ['channel', 'channel'],
]);

/** The dimension that a normalised row key stands for, or null. `URL` is requested, and `Url` comes back. */
export function dimensionOf(key: string): Dimension | null {
  return dimensionOfKey.get(key) ?? null;
}
