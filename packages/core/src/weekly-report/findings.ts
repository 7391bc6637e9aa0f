import type { SignalWeights } from '../frustration/impact.ts';
import { rateOf } from '../frustration/impact.ts';
import type { Signal } from '../frustration/signals.ts';
import { weeksInARow } from './page-history.ts';
import type { FollowedPage } from './report-input.ts';
import type { Finding } from './report-model.ts';
import type { Survey } from './survey.ts';

/**
 * Signals of pages over weeks, the strongest first, what is resolved last. With no week before that is
 * known nothing can be called new, and there are none.
 */
export function findingsOf(
  { judged, frustrations, improvements, history }: Survey,
  {
    followed,
    weights,
    labelOf,
  }: {
    followed: ReadonlyMap<string, FollowedPage>;
    weights: SignalWeights;
    labelOf: (page: string) => string;
  },
): Finding[] {
  if (history.length === 0) return [];
  const weeksBefore = (page: string, signal: Signal): number =>
    weeksInARow(followed.get(page)?.days ?? new Map(), {
      history,
      weights,
      isProven: (parts) => parts[signal] > 0,
    });
  const present = frustrations.map(({ page, signal, rate }) => {
    const weeks = 1 + weeksBefore(page, signal);
    const status = weeks === 1 ? ('new' as const) : ('ongoing' as const);
    return { page, label: labelOf(page), signal, status, weeks, rate };
  });
  const stillProven = new Set(
    judged.flatMap(({ page, parts }) =>
      improvements
        .filter((improvement) => improvement.page === page && parts[improvement.signal] > 0)
        .map(({ signal }) => `${signal} ${page}`),
    ),
  );
  const resolved = improvements
    .filter(({ page, signal }) => !stillProven.has(`${signal} ${page}`))
    .map(({ page, signal, change }) => ({
      page,
      label: labelOf(page),
      signal,
      status: 'resolved' as const,
      weeks: weeksBefore(page, signal),
      rate: change.after.rate,
    }));
  return [...present, ...resolved];
}
