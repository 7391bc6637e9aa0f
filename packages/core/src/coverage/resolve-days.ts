import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { overlapSeconds, reportingDay, rollingWindow } from '../calendar/rolling-window.ts';
import type { DayCandidate, DaySource } from './day-winner.ts';
import { winnerOfDay } from './day-winner.ts';
import { coversDay } from './new-seconds.ts';
import type { AnsweredWindow, WindowPair } from './window-pairs.ts';
import { differencedWindow, pairKey, windowPairs } from './window-pairs.ts';

/**
 * Which response each day's facts come from, out of all responses of one breakdown: a function of the
 * archive alone, whatever the order in which responses were parsed. `day-winner.ts` has the rule.
 *
 * `refused` are pairs whose difference turned out to be impossible, by `pairKey`.
 */
export function resolveDays(
  windows: readonly AnsweredWindow[],
  { timeZone, refused = new Set() }: { timeZone: string; refused?: ReadonlySet<string> },
): Map<Day, DaySource> {
  const candidates = [
    ...windows.filter(({ numOfDays }) => numOfDays === 1).map((window) => direct(window, timeZone)),
    ...windowPairs(windows)
      .filter(({ wide, narrow }) => !refused.has(pairKey(wide.callId, narrow.callId)))
      .map((pair) => differenced(pair, timeZone)),
  ];
  const byDay = Map.groupBy(candidates, ({ day }) => day);
  const sources = new Map<Day, DaySource>();
  for (const day of [...byDay.keys()].toSorted()) {
    const endBefore = sources.get(addDays(day, -1))?.windowEnd ?? null;
    const winner = winnerOfDay(byDay.get(day) ?? [], endBefore);
    if (winner !== null) sources.set(day, winner);
  }
  return sources;
}

function direct({ callId, windowEnd, truncated }: AnsweredWindow, timeZone: string): DayCandidate {
  const day = reportingDay(windowEnd, timeZone);
  const overlap = overlapSeconds(rollingWindow(windowEnd, 1), day, timeZone);
  return {
    day,
    method: 'direct',
    callId,
    subtractedCallId: null,
    overlapSeconds: overlap,
    windowEnd,
    truncated,
    coversDay: coversDay(overlap, day, timeZone),
  };
}

function differenced(pair: WindowPair, timeZone: string): DayCandidate {
  const window = differencedWindow(pair);
  const day = reportingDay(window.end, timeZone);
  const overlap = overlapSeconds(window, day, timeZone);
  return {
    day,
    method: 'differenced',
    callId: pair.wide.callId,
    subtractedCallId: pair.narrow.callId,
    overlapSeconds: overlap,
    windowEnd: window.end,
    truncated: false,
    coversDay: coversDay(overlap, day, timeZone),
  };
}
