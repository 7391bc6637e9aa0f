import type { Day } from '../../calendar/day.ts';
import { addKnown, addMeasures } from '../../facts/measures.ts';
import type { WindowSums } from '../../facts/window-sums.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import { addSignalSums } from '../../facts/signal-sums.ts';
import type { DailySums } from '../report-input.ts';

/** The sums of some days added up, or null when none of them is known. */
export function sumDays(
  sums: ReadonlyMap<Day, WindowSums>,
  days: readonly Day[],
): WindowSums | null {
  return days
    .map((day) => sums.get(day))
    .filter((day) => day !== undefined)
    .reduce<WindowSums | null>((total, day) => (total === null ? day : addSums(total, day)), null);
}

/** The part of the same sums that signals are judged by; nothing where no day is known. */
export function sumSignals(daily: DailySums, days: readonly Day[]): SignalSums {
  return addSignalSums(days.flatMap((day) => daily.get(day) ?? []));
}

function addSums(a: WindowSums, b: WindowSums): WindowSums {
  return {
    ...addMeasures(a, b, addKnown),
    bounceKnownSessions: a.bounceKnownSessions + b.bounceKnownSessions,
  };
}
