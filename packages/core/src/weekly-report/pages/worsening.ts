import type { Day } from '../../calendar/day.ts';
import { addWeeks, daysOfWeek } from '../../calendar/iso-week.ts';
import { Z_OF_SIGNALS, rateChange } from '../changes/rate-change.ts';
import type { Signal } from '../../segments/signals.ts';
import type { DailySums, DayStates, FollowedPage, WeekFacts } from '../report-input.ts';
import type { RateChange } from '../report-model.ts';
import { onsetOf } from './onset.ts';
import { sumSignals } from '../days/sum-days.ts';
import { comparedPageDays, completeDays } from '../days/week-days.ts';

/** How a signal of a page got worse, as precisely as the page's days prove it. */
export interface Worsening {
  signal: Signal;
  /** The device it is about, as stored; null for all devices. */
  device: string | null;
  /** The day of this week on which it began; null when none stands out. */
  since: Day | null;
  /** From before that day to since then, or else from the week before to this one. */
  change: RateChange;
}

/**
 * Narrows the change of a page down to the device that carries it and the day it began, where they are proven;
 * otherwise the change is over all sessions.
 */
export function worseningOf(
  { signal, change, device }: { signal: Signal; change: RateChange; device: string | null },
  page: FollowedPage,
  { week, states }: WeekFacts,
): Worsening {
  const compared = comparedPageDays(week, states.page);
  const ofDevice = device === null ? undefined : page.devices.get(device);
  const deviceChange =
    ofDevice === undefined
      ? null
      : rateChange(
          sumSignals(ofDevice, compared.weekBefore).signals[signal],
          sumSignals(ofDevice, compared.thisWeek).signals[signal],
          Z_OF_SIGNALS,
        );
  const isOfDevice =
    ofDevice !== undefined && deviceChange !== null && deviceChange.verdict === 'worse';
  const onset = isOfDevice
    ? onsetOf(signal, completeFortnight(ofDevice, week, states.page_device))
    : onsetOf(signal, completeFortnight(page.days, week, states.page));
  const isOfThisWeek = onset !== null && daysOfWeek(week).includes(onset.day);
  return {
    signal,
    device: isOfDevice ? device : null,
    since: isOfThisWeek ? onset.day : null,
    change: isOfThisWeek ? onset.change : isOfDevice ? deviceChange : change,
  };
}

/** A day without a session of the page counts, as long as it is complete. */
function completeFortnight(daily: DailySums, week: string, states: DayStates): DailySums {
  const days = [...daysOfWeek(addWeeks(week, -1)), ...daysOfWeek(week)];
  return new Map(completeDays(days, states).map((day) => [day, sumSignals(daily, [day])]));
}
