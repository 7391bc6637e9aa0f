import type { IsoWeek } from '../../calendar/iso-week.ts';
import { addWeeks, daysOfWeek } from '../../calendar/iso-week.ts';
import { rateOf } from '../../facts/signal-share.ts';
import { forEachSignal } from '../../segments/signals.ts';
import type { WeekFacts } from '../report-input.ts';
import type { TrendWeek } from '../report-model.ts';
import { sumDays } from '../days/sum-days.ts';
import { knownDays, MIN_COMPARED_DAYS, WEEKS_BACK } from '../days/week-days.ts';

/** Eight weeks of the site, this one last. A week with too few known days is a gap in the line, not a dip. */
export function trendOf({
  week,
  states,
  totals,
}: Pick<WeekFacts, 'week' | 'states' | 'totals'>): TrendWeek[] {
  return Array.from({ length: WEEKS_BACK }, (_, index) =>
    trendWeek(addWeeks(week, index + 1 - WEEKS_BACK), { states, totals }),
  );
}

function trendWeek(
  week: IsoWeek,
  { states, totals }: Pick<WeekFacts, 'states' | 'totals'>,
): TrendWeek {
  const days = knownDays(daysOfWeek(week), states.total);
  const sums = days.length < MIN_COMPARED_DAYS ? null : sumDays(totals, days);
  return {
    week,
    knownDays: days.length,
    sessions: sums?.sessions ?? null,
    rates: forEachSignal((signal) => (sums === null ? null : rateOf(sums.signals[signal]))),
  };
}
