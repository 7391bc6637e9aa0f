import type { SignalWeights } from '../../frustration/impact.ts';
import type { Signal } from '../../segments/signals.ts';
import { weeksInARow } from '../survey/page-history.ts';
import type { DailySums } from '../report-input.ts';
import type { Finding } from '../report-model.ts';
import type { Survey } from '../survey/survey.ts';

/**
 * Signals of pages over weeks, the strongest first and the resolved ones last. Without a known week before, nothing
 * can be called new and there are no findings.
 */
export function findingsOf(
  { judged, frustrations, improvements, history }: Survey,
  {
    daysOf,
    weights,
    labelOf,
  }: {
    daysOf: (page: string) => DailySums;
    weights: SignalWeights;
    labelOf: (page: string) => string;
  },
): Finding[] {
  if (history.length === 0) return [];
  const weeksBefore = (page: string, signal: Signal): number =>
    weeksInARow(daysOf(page), {
      history,
      weights,
      isProven: (parts) => parts[signal] > 0,
    });
  const present = frustrations.map(({ page, signal, rate }) => {
    const weeks = 1 + weeksBefore(page, signal);
    const status = weeks === 1 ? ('new' as const) : ('ongoing' as const);
    return { page, label: labelOf(page), signal, status, weeks, rate };
  });
  const partsNow = new Map(judged.map(({ page, parts }) => [page, parts]));
  const resolved = improvements
    .filter(({ page, signal }) => (partsNow.get(page)?.[signal] ?? 0) === 0)
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
