import type { TruthDimension } from '../truth/tally.ts';

/** The dimensions the API knows: request name, key in the answer's rows, what it is in the truth. */
const DIMENSIONS = [
  { name: 'Browser', key: 'Browser', of: 'browser' },
  { name: 'Device', key: 'Device', of: 'device' },
  { name: 'Country', key: 'Country', of: 'country' },
  { name: 'OS', key: 'OS', of: 'os' },
  { name: 'Source', key: 'Source', of: 'source' },
  { name: 'Medium', key: 'Medium', of: 'medium' },
  { name: 'Campaign', key: 'Campaign', of: 'campaign' },
  { name: 'Channel', key: 'Channel', of: 'channel' },
  { name: 'URL', key: 'Url', of: 'page' },
] as const satisfies readonly { name: string; key: string; of: TruthDimension }[];

export type Dimension = (typeof DIMENSIONS)[number];

export type DimensionName = Dimension['name'];

/**
 * The dimensions that a request really gets. Unknown names, `Country/Region` and other case are
 * dropped without a word, as the API does.
 */
export function knownDimensions(names: readonly string[]): Dimension[] {
  const known: Dimension[] = [];
  for (const name of names) {
    const dimension = DIMENSIONS.find((candidate) => candidate.name === name);
    if (dimension !== undefined && !known.includes(dimension)) known.push(dimension);
  }
  return known;
}
