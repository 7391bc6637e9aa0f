import { UsageError } from '@clarity-keep/command-line';
import {
  addDays,
  dayProblem,
  daySchema,
  instantAfter,
  isCalendarDay,
  LAST_DAY,
  parseAge,
} from '@clarity-keep/core';

/**
 * The instant at which a key expires: some time from now, or the end of a UTC day.
 *
 * @throws UsageError when the text is neither, or has passed.
 */
export function keyExpiry(text: string, now: Date): Date {
  const expiresAt = instantOf(text.trim(), now);
  if (expiresAt === null) {
    const day = daySchema.safeParse(text.trim());
    if (day.success) throw new UsageError(`--expires: ${dayProblem(day.data)}`);
    throw new UsageError(
      `Invalid --expires ${JSON.stringify(text)}. Use a time such as 90d, 18m or 2y, or a day as YYYY-MM-DD.`,
    );
  }
  if (expiresAt > new Date(`${addDays(LAST_DAY, 1)}T00:00:00Z`)) {
    throw new UsageError(
      `--expires ${JSON.stringify(text)} is after ${LAST_DAY}. Leave --expires out for a key that never expires.`,
    );
  }
  if (expiresAt <= now) {
    throw new UsageError(
      `--expires ${JSON.stringify(text)} is not in the future: the key would never work.`,
    );
  }
  return expiresAt;
}

function instantOf(text: string, now: Date): Date | null {
  const age = parseAge(text);
  if (age !== null) return instantAfter(now, age);
  const day = daySchema.safeParse(text);
  return day.success && isCalendarDay(day.data)
    ? new Date(`${addDays(day.data, 1)}T00:00:00Z`)
    : null;
}
