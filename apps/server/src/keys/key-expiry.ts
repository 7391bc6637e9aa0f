import { UsageError } from '@clarity-keep/command-line';
import { addDays, daySchema, instantAfter, parseAge } from '@clarity-keep/core';

/**
 * The instant from which on a key is refused: so long from now, or at the end of a UTC day.
 *
 * @throws UsageError when the text is neither, or has passed.
 */
export function keyExpiry(text: string, now: Date): Date {
  const expiresAt = instantOf(text.trim(), now);
  if (expiresAt === null) {
    throw new UsageError(
      `Expected --expires to be a time such as 90d, 18m or 2y, or a day as YYYY-MM-DD, got ${JSON.stringify(text)}.`,
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
  return day.success ? new Date(`${addDays(day.data, 1)}T00:00:00Z`) : null;
}
