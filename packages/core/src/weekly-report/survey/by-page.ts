import type { SignalSums } from '../../facts/signal-sums.ts';
import type { PageSums } from '../report-input.ts';

/** The sums of each page. */
export function byPage(pages: readonly PageSums[]): ReadonlyMap<string, SignalSums> {
  return new Map(pages.map(({ page, sums }) => [page, sums]));
}
