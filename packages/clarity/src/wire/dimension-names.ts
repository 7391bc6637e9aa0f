import type { Breakdown, Dimension } from '@clarity-keep/core';
import { breakdownDimensions, breakdownOf } from '@clarity-keep/core';
import { normaliseKey } from './normalise-key.ts';

/**
 * Names as the request takes them. `Country/Region`, as documented, is silently dropped by Clarity;
 * `Country` works. The referrer is a list of the undimensioned answer and cannot be asked for.
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

/** The breakdown that these request names ask for, or null when none is kept. */
export function requestedBreakdown(names: readonly string[]): Breakdown | null {
  const found = names.map((name) => dimensionOf(normaliseKey(name)));
  return breakdownOf(found.filter((dimension) => dimension !== null));
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

/** The dimension a normalised row key stands for, or null. Asked for as `URL`, it comes as `Url`. */
export function dimensionOf(key: string): Dimension | null {
  return dimensionOfKey.get(key) ?? null;
}
