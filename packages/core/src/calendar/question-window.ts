import { dayProblem, isCalendarDay, LONGEST_WINDOW_DAYS } from './calendar-bounds.ts';
import type { Day } from './day.ts';
import { addDays, countDays } from './day.ts';

export interface WindowRequest {
  from?: Day | undefined;
  to?: Day | undefined;
  /** This many days, up to the last one that is over. */
  days?: number | undefined;
}

export interface QuestionWindow {
  from: Day;
  to: Day;
  days: number;
}

/**
 * The inclusive days a question is about. `days` alone ends yesterday, because today is not over. Without any of
 * them it is the seven days up to the newest known day, so that a first collection can be seen right away.
 *
 * @throws RangeError when the days contradict each other, leave the calendar or are too many.
 */
export function questionWindow(
  request: WindowRequest,
  {
    today,
    newestDay,
    nameOf = String,
  }: {
    today: Day;
    newestDay: Day | null;
    /** What a field of the request is called where it was given. */
    nameOf?: ((field: string) => string) | undefined;
  },
): QuestionWindow {
  const { from, to, days } = request;
  if (from !== undefined && to !== undefined && days !== undefined) {
    throw new RangeError(
      `Give two of ${nameOf('from')}, ${nameOf('to')} and ${nameOf('days')}, not all three (${from}, ${to}, ${days}).`,
    );
  }
  const yesterday = addDays(today, -1);
  // Never beyond today, even if a file with a wrong date was imported.
  const newest = newestDay !== null && newestDay > yesterday ? today : yesterday;
  const nothingSaid = from === undefined && to === undefined && days === undefined;
  const span = days ?? 7;
  const last =
    to ?? (from !== undefined && days !== undefined ? addDays(from, days - 1) : undefined);
  const end = last ?? (nothingSaid || from !== undefined ? newest : yesterday);
  const start = from ?? addDays(end, 1 - span);
  if (start > end) {
    throw new RangeError(
      `${nameOf('from')} (${start}) must not be after ${nameOf('to')} (${end}).`,
    );
  }
  const outside = [start, end].find((day) => !isCalendarDay(day));
  if (outside !== undefined) throw new RangeError(dayProblem(outside));
  const count = countDays(start, end);
  if (count <= LONGEST_WINDOW_DAYS) return { from: start, to: end, days: count };
  throw new RangeError(
    `A question can span at most ${LONGEST_WINDOW_DAYS} days; ${start} to ${end} is ${count}.`,
  );
}
