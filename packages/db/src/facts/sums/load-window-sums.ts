import type { Database } from '../../file/open-database.ts';
import type { FactRange } from './fact-range.ts';
import type { SegmentSums } from './window-sums-reader.ts';
import { windowSumsReader } from './window-sums-reader.ts';

/**
 * The facts of a range added up over its days, one per segment, in no order; of one page if given. Segments
 * that only bots have seen are included, with no sessions.
 */
export function loadWindowSums(
  db: Database,
  range: FactRange & { page?: string | undefined },
): SegmentSums[] {
  const reader = windowSumsReader(db, range);
  reader.add(range);
  return reader.segments();
}
