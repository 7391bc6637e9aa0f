import type { Day } from '../../calendar/day.ts';
import { addWeeks, daysOfWeek } from '../../calendar/iso-week.ts';
import type { SignalWeights } from '../../frustration/impact.ts';
import { impactParts } from '../../frustration/impact.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { SignalRates, SignalSums } from '../../facts/signal-sums.ts';
import { ratesOf } from '../../facts/signal-sums.ts';
import type { Signal } from '../../segments/signals.ts';
import { forEachSignal } from '../../segments/signals.ts';
import type { DailySums, WeekFacts } from '../report-input.ts';
import { sumSignals } from '../days/sum-days.ts';
import { knownDays, MIN_COMPARED_DAYS, WEEKS_BACK } from '../days/week-days.ts';

export type ImpactParts = Record<Signal, number>;

/** An earlier week with enough known days to say what frustrated visitors. */
export interface KnownWeek {
  days: Day[];
  /** Over all pages of that week: what a page is compared with. */
  siteRates: SignalRates;
}

/**
 * The weeks before, the latest first. A week with fewer than five known days of pages is left out: it neither
 * breaks a run of weeks nor counts towards one.
 */
export function knownWeeksBefore({
  week,
  states,
  sitePages,
}: Pick<WeekFacts, 'week' | 'states' | 'sitePages'>): KnownWeek[] {
  return Array.from({ length: WEEKS_BACK }, (_, index) =>
    knownDays(daysOfWeek(addWeeks(week, -1 - index)), states.page),
  )
    .filter((days) => days.length >= MIN_COMPARED_DAYS)
    .map((days) => ({ days, siteRates: ratesOf(sumSignals(sitePages, days)) }));
}

/** What each signal of a page adds to its impact; zero with too few sessions. */
export function provenParts(
  sums: SignalSums,
  siteRates: SignalRates,
  weights: SignalWeights,
): ImpactParts {
  if (sums.sessions < DEFAULT_MIN_SESSIONS) return forEachSignal(() => 0);
  return impactParts(sums.signals, siteRates, weights);
}

/** In how many of the known weeks before, counted back without a break, a page had proven impact. */
export function weeksInARow(
  page: DailySums,
  {
    history,
    weights,
    isProven,
  }: {
    history: readonly KnownWeek[];
    weights: SignalWeights;
    isProven: (parts: ImpactParts) => boolean;
  },
): number {
  const end = history.findIndex(
    ({ days, siteRates }) => !isProven(provenParts(sumSignals(page, days), siteRates, weights)),
  );
  return end === -1 ? history.length : end;
}
