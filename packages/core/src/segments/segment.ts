import type { Breakdown, Dimension } from './breakdown.ts';
import { breakdownDimensions } from './breakdown.ts';

/** One value, or combination of values, of a breakdown. Empty text is Clarity's null: none given. */
export interface Segment {
  breakdown: Breakdown;
  values: Partial<Record<Dimension, string>>;
}

/** The segment of `breakdown` that these values fall into; values of other dimensions are left out. */
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

/** Equal for equal segments of one breakdown, different otherwise. */
export function segmentKey(segment: Segment): string {
  return breakdownDimensions[segment.breakdown]
    .map((dimension) => segment.values[dimension] ?? '')
    .join('\u0000');
}
