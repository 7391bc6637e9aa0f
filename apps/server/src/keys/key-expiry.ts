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
 * The instant from which on a key is refused: so long from now, or at the end of a UTC day.
 *
 * @throws UsageError when the text is neither, or has passed.
 */
export function keyExpiry(text: string, now: Date): Date {
  const expiresAt = instantOf(text.trim(), now);
  if (expiresAt === null) {
    const day = daySchema.safeParse(text.trim());
    if (day.success) throw new UsageError(`--expires: ${dayProblem(day.data)}`);
    throw new UsageError(
      `Expected --expires to be a time such as 90d, 18m or 2y, or a day as YYYY-MM-DD, got ${JSON.stringify(text)}.`,
    );
  }
  if (expiresAt > new Date(`${addDays(LAST_DAY, 1)}T00:00:00Z`)) {
    throw new UsageError(
      `Expected --expires to be no later than ${LAST_DAY}, got ${JSON.stringify(text)}. Leave it out for a key without an end.`,
    );
  }
  if (expiresAt <= now) {
    throw new UsageError(
      `Expected --expires to be in the future, got ${JSON.stringify(text)}: the key would never open anything.`,
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
