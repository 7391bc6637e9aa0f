import { daysOfWeek } from '../../calendar/iso-week.ts';
import type { Signal } from '../../segments/signals.ts';
import { isOfOneBrowser } from './browser-contrasts.ts';
import type { Contrast } from './contrast.ts';
import { candidatesOf, contrastsOf } from './contrast.ts';
import type { FollowedPage, WeekFacts } from '../report-input.ts';
import { sumSignals } from '../days/sum-days.ts';

/**
 * The device, as stored, whose sessions carry the excess of a signal on a page in a week: the one that differs most
 * from all others. Null when none provably does, or when the whole site shows that the cause is a browser rather
 * than the device.
 */
export function deviceContrast(
  signal: Signal,
  { devices }: FollowedPage,
  facts: WeekFacts,
): (Contrast & { name: string }) | null {
  const groups = [...devices].map(([name, days]) => ({
    name,
    sums: sumSignals(days, daysOfWeek(facts.week)),
  }));
  const found = contrastsOf(candidatesOf(groups, [signal]));
  const [most] = found.toSorted((a, b) => b.low - a.low);
  if (most === undefined || isOfOneBrowser({ signal, device: most.name }, facts)) return null;
  return most;
}
