import type { Breakdown, Dimension } from '../segments/breakdown.ts';
import type { Segment } from '../segments/segment.ts';
import { segmentKey, segmentOf } from '../segments/segment.ts';
import type { Measures } from './measures.ts';
import { addMeasures } from './measures.ts';

/** The measures of one segment in one window. */
export interface SegmentFact {
  segment: Segment;
  measures: Measures;
}

/** Groups finer facts by `breakdown`; facts of the same segment are added. */
export function groupFacts(
  breakdown: Breakdown,
  finer: Iterable<{ values: Partial<Record<Dimension, string>>; measures: Measures }>,
): SegmentFact[] {
  const groups = new Map<string, SegmentFact>();
  for (const { values, measures } of finer) {
    const segment = segmentOf(breakdown, values);
    const key = segmentKey(segment);
    const known = groups.get(key);
    groups.set(key, {
      segment,
      measures: known === undefined ? measures : addMeasures(known.measures, measures),
    });
  }
  return [...groups.values()];
}
