import type { Day, DayState } from '@clarity-keep/core';
import { addDays, daysBetween } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadCoverage } from '@clarity-keep/db';

/** What is shown of a day: the site, its pages, the same by device, and its sources. */
export const shownBreakdowns = ['total', 'page', 'page_device', 'source_medium'] as const;

type ShownBreakdown = (typeof shownBreakdowns)[number];

export interface ShownDay {
  day: Day;
  states: Record<ShownBreakdown, DayState>;
}

const SHOWN_DAYS = 28;

/**
 * The states of the last 28 days, the oldest first: up to yesterday, or to today once something of it is
 * known.
 */
export function shownDays(
  db: Database | null,
  { projectId, today }: { projectId: string; today: Day },
): ShownDay[] {
  const covered =
    db === null
      ? []
      : loadCoverage(db, { projectId, from: addDays(today, -SHOWN_DAYS), to: today });
  const states = new Map(
    covered.map(({ day, breakdown, state }) => [`${day} ${breakdown}`, state]),
  );
  const stateOf = (day: Day, breakdown: ShownBreakdown): DayState =>
    states.get(`${day} ${breakdown}`) ?? 'missing';
  const to = covered.some(({ day }) => day === today) ? today : addDays(today, -1);
  return daysBetween(addDays(to, 1 - SHOWN_DAYS), to).map((day) => ({
    day,
    // Every shown breakdown is in the list.
    states: Object.fromEntries(
      shownBreakdowns.map((breakdown) => [breakdown, stateOf(day, breakdown)]),
    ) as Record<ShownBreakdown, DayState>,
  }));
}
