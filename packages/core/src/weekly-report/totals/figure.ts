import type { Day } from '../../calendar/day.ts';
import type { WindowSums } from '../../facts/window-sums.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { Baseline } from './baseline.ts';
import type { Figure, Refusal } from '../report-model.ts';
import { MIN_COMPARED_DAYS } from '../days/week-days.ts';

/** The site in a week, the week before and the four weeks before. */
export interface SiteTimes {
  known: { thisWeek: WindowSums | null; weekBefore: WindowSums | null };
  /** Over the weekdays that are complete in both weeks. */
  compared: { thisWeek: WindowSums | null; weekBefore: WindowSums | null };
  comparedDays: Day[];
  baseline: Baseline;
}

/** Which number is taken from sums, and how two of them are compared. */
export interface Measured {
  /** A count adds up over days, so several weeks are averaged; a mean is taken over all their sessions. */
  kind: 'count' | 'mean';
  unit: Figure['unit'];
  value: (sums: WindowSums) => number | null;
  /** The sessions behind the number. */
  sessions: (sums: WindowSums) => number;
  /** Turns a difference into points: 100 for fractions. */
  scale?: number;
}

/** One side of a comparison; null when unknown. */
interface Side {
  value: number | null;
  sessions: number;
}

/**
 * One number of the week next to the week before and to what is usual. Where the two must not be compared, the
 * reason takes the place of the change.
 */
export function figureOf(times: SiteTimes, measured: Measured): Figure {
  const { known, compared, comparedDays, baseline } = times;
  const usual = usualOf(baseline, measured);
  return {
    thisWeek: sideOf(known.thisWeek, measured).value,
    weekBefore: sideOf(known.weekBefore, measured).value,
    unit: measured.unit,
    ...compare(
      comparedDays.length,
      { now: sideOf(compared.thisWeek, measured), before: sideOf(compared.weekBefore, measured) },
      measured,
    ),
    baseline: {
      // Too few weekdays do not make an average week.
      value: baseline.days.length < MIN_COMPARED_DAYS ? null : usual.value,
      ...compare(
        baseline.days.length,
        { now: sideOf(baseline.thisWeek, measured), before: usual },
        measured,
      ),
    },
  };
}

function compare(
  days: number,
  { now, before }: { now: Side; before: Side },
  { unit, scale = 1 }: Measured,
): { change: number | null; refusal: Refusal | null } {
  const refused = (refusal: Refusal) => ({ change: null, refusal });
  if (days < MIN_COMPARED_DAYS) return refused('too-few-days');
  if (now.value === null || before.value === null) return refused('unknown');
  if (unit === 'percent' && before.value === 0) return refused('from-zero');
  if (Math.min(now.sessions, before.sessions) < DEFAULT_MIN_SESSIONS) {
    return refused('too-few-sessions');
  }
  const difference = now.value - before.value;
  const change = unit === 'percent' ? (difference / before.value) * 100 : difference * scale;
  return { change, refusal: null };
}

function sideOf(sums: WindowSums | null, { value, sessions }: Measured): Side {
  return sums === null
    ? { value: null, sessions: 0 }
    : { value: value(sums), sessions: sessions(sums) };
}

function usualOf({ pooled, perDay }: Baseline, measured: Measured): Side {
  if (measured.kind === 'mean' || pooled === null) return sideOf(pooled, measured);
  const { value, sessions } = measured;
  return { value: sumOfMeans(perDay, value), sessions: sumOfMeans(perDay, sessions) ?? 0 };
}

/** The sum of each weekday's average over the weeks; null when any day is unknown. */
function sumOfMeans(
  perDay: readonly (readonly WindowSums[])[],
  of: (sums: WindowSums) => number | null,
): number | null {
  let total = 0;
  for (const weekday of perDay) {
    for (const sums of weekday) {
      const value = of(sums);
      if (value === null) return null;
      total += value / weekday.length;
    }
  }
  return total;
}
