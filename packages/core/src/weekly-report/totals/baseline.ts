import type { Day } from '../../calendar/day.ts';
import { addDays } from '../../calendar/day.ts';
import { daysOfWeek } from '../../calendar/iso-week.ts';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { WindowSums } from '../../facts/window-sums.ts';
import type { DayStates } from '../report-input.ts';
import { sumDays } from '../days/sum-days.ts';
import { completeDays } from '../days/week-days.ts';

const WEEKS = 4;

/** A single day does not show what is usual. */
const MIN_WEEKS = 2;

/** The four weeks before, on the weekdays that can be compared with the week. */
export interface Baseline {
  /** Complete days of the week whose weekday is complete in at least two of the four weeks. */
  days: Day[];
  /** How many of the four weeks have at least one such day. */
  weeks: number;
  /** The week on those days. */
  thisWeek: WindowSums | null;
  /** All such days of the four weeks together. */
  pooled: WindowSums | null;
  /** For each of the days, the days it is compared with. */
  perDay: WindowSums[][];
}

export function baselineOf(
  week: IsoWeek,
  { states, totals }: { states: DayStates; totals: ReadonlyMap<Day, WindowSums> },
): Baseline {
  const weekdays = completeDays(daysOfWeek(week), states)
    .map((day) => ({
      day,
      before: completeDays(
        Array.from({ length: WEEKS }, (_, index) => addDays(day, -7 * (index + 1))),
        states,
      ),
    }))
    .filter(({ before }) => before.length >= MIN_WEEKS);
  const days = weekdays.map(({ day }) => day);
  const usual = weekdays.flatMap(({ before }) => before);
  const weeks = Array.from({ length: WEEKS }, (_, index) => daysOfWeekBefore(week, index + 1));
  return {
    days,
    weeks: weeks.filter((other) => other.some((day) => usual.includes(day))).length,
    thisWeek: sumDays(totals, days),
    pooled: sumDays(totals, usual),
    perDay: weekdays.map(({ before }) => before.flatMap((day) => totals.get(day) ?? [])),
  };
}

function daysOfWeekBefore(week: IsoWeek, weeks: number): Day[] {
  return daysOfWeek(week).map((day) => addDays(day, -7 * weeks));
}
