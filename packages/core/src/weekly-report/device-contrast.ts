import { daysOfWeek } from '../calendar/iso-week.ts';
import type { Signal } from '../frustration/signals.ts';
import type { Contrast } from './contrast.ts';
import { candidatesOf, contrastsOf } from './contrast.ts';
import type { FollowedPage } from './report-input.ts';
import { sumSignals } from './sum-days.ts';

/**
 * The device whose sessions on a page carry the excess of a signal in a week, as it is stored: the one
 * that differs most from all others. Null when none provably does.
 */
export function deviceContrast(
  signal: Signal,
  { devices }: FollowedPage,
  week: string,
): (Contrast & { name: string }) | null {
  const groups = [...devices].map(([name, days]) => ({
    name,
    sums: sumSignals(days, daysOfWeek(week)),
  }));
  const found = contrastsOf(candidatesOf(groups, [signal]));
  return found.toSorted((a, b) => b.low - a.low)[0] ?? null;
}
