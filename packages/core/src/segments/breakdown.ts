/** Everything a session or a page can be broken down by. */
export const dimensions = [
  'page',
  'device',
  'browser',
  'os',
  'country',
  'source',
  'medium',
  'campaign',
  'channel',
  'referrer',
] as const;

export type Dimension = (typeof dimensions)[number];

/** The breakdowns that are stored, with their dimensions. */
export const breakdownDimensions = {
  total: [],
  page: ['page'],
  device: ['device'],
  page_device: ['page', 'device'],
  device_source_medium: ['device', 'source', 'medium'],
  source_medium: ['source', 'medium'],
  browser: ['browser'],
  os: ['os'],
  country: ['country'],
  campaign: ['campaign'],
  channel: ['channel'],
  referrer: ['referrer'],
} as const satisfies Record<string, readonly Dimension[]>;

export type Breakdown = keyof typeof breakdownDimensions;

export const breakdowns = Object.keys(breakdownDimensions) as Breakdown[];

/** The breakdown of exactly these dimensions, in any order, or null when none is stored. */
export function breakdownOf(found: readonly Dimension[]): Breakdown | null {
  return (
    breakdowns.find((breakdown) => {
      const wanted: readonly Dimension[] = breakdownDimensions[breakdown];
      return (
        wanted.length === found.length && wanted.every((dimension) => found.includes(dimension))
      );
    }) ?? null
  );
}

/**
 * The coarser breakdowns that one adds up to. A session has one device, and seldom more than one source and medium,
 * so these can be dropped; it sees many pages, so the page cannot.
 */
export function marginalBreakdowns(of: Breakdown): Breakdown[] {
  const joint: readonly Dimension[] = breakdownDimensions[of];
  return breakdowns.filter((breakdown) => {
    const kept: readonly Dimension[] = breakdownDimensions[breakdown];
    const isCoarser = kept.length > 0 && kept.length < joint.length;
    const isSubset = kept.every((dimension) => joint.includes(dimension));
    return isCoarser && isSubset && kept.includes('page') === joint.includes('page');
  });
}
