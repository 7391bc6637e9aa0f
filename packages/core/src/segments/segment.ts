import type { Breakdown, Dimension } from './breakdown.ts';
import { breakdownDimensions } from './breakdown.ts';

/** The page of visits for which Clarity names none. Any other dimension is then empty, and shown like this. */
export const NO_PAGE = '(none)';

/** One value, or combination of values, of a breakdown. Empty text is Clarity's null: no value. */
export interface Segment {
  breakdown: Breakdown;
  values: Partial<Record<Dimension, string>>;
}

/** The segment of `breakdown` for these values; values of other dimensions are left out. */
export function segmentOf(
  breakdown: Breakdown,
  values: Partial<Record<Dimension, string>>,
): Segment {
  const kept = breakdownDimensions[breakdown].map((dimension) => [
    dimension,
    values[dimension] ?? '',
  ]);
  return { breakdown, values: Object.fromEntries(kept) as Segment['values'] };
}

/** Equal for equal segments of one breakdown, otherwise different. */
export function segmentKey(segment: Segment): string {
  return breakdownDimensions[segment.breakdown]
    .map((dimension) => segment.values[dimension] ?? '')
    .join('\u0000');
}
