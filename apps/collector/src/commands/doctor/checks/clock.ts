import { minuteUtc } from '@clarity-keep/core';
import { releasedOn } from '@clarity-keep/command-line';
import { newestWindowEnd } from '@clarity-keep/db';
import type { Check } from '../check.ts';
import { askable } from '../database-subject.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem, warning } from '../verdict.ts';

const SET_CLOCK = "Set this machine's clock (NTP): days and calls depend on it.";
const TOLERATED_MS = 2 * 60_000;

/** Whether the clock is plausible: not before this version was released, nor before the last response. */
export function clockVerdict(now: Date, newestAnswer: Date | null): Verdict {
  const shown = minuteUtc(now);
  if (shown.slice(0, 10) < releasedOn) {
    return problem(
      `The clock shows ${shown}, before this version was released (${releasedOn}).`,
      SET_CLOCK,
    );
  }
  if (newestAnswer !== null && newestAnswer.getTime() > now.getTime() + TOLERATED_MS) {
    return problem(
      `The clock shows ${shown}, before the newest response (${minuteUtc(newestAnswer)}).`,
      `${SET_CLOCK} If it was wrong when that response arrived, its day is wrong too.`,
    );
  }
  return ok(`${shown}.`);
}

/** Whether the clock agrees with that of Clarity's servers, to the second that HTTP gives. */
export function skewVerdict(now: Date, serverTime: Date): Verdict {
  const skewMs = now.getTime() - serverTime.getTime();
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  if (Math.abs(skewMs) <= TOLERATED_MS)
    return ok("The clock agrees with that of Clarity's server.");
  return warning(
    `The clock is ${minutes} minutes ${skewMs > 0 ? 'ahead of' : 'behind'} Clarity's server.`,
    SET_CLOCK,
  );
}

export const clockCheck: Check = {
  name: 'clock',
  run: ({ now, database }) => {
    const asked = askable(database);
    return clockVerdict(now, 'db' in asked ? newestWindowEnd(asked.db) : null);
  },
};
