import { UsageError } from '@clarity-keep/command-line';
import { instantBefore, isCalendarInstant, parseAge } from '@clarity-keep/core';

/** Clarity reaches three days back, and late data are measured for several days more. */
const LEAST = { days: 7 };

/**
 * The instant before which raw bodies are old.
 *
 * @throws UsageError when the text is not an age, or too recent.
 */
export function rawCutoff(text: string, now: Date): Date {
  const age = parseAge(text);
  if (age === null) {
    throw new UsageError(
      `--raw-older-than must be an age such as 400d, 18m or 2y, not ${JSON.stringify(text)}.`,
    );
  }
  const cutoff = instantBefore(now, age);
  if (cutoff > instantBefore(now, LEAST)) {
    throw new UsageError(
      `--raw-older-than must be at least 7d, not ${JSON.stringify(text)}: the latest responses ` +
        'are still needed to tell overlapping windows apart.',
    );
  }
  if (!isCalendarInstant(cutoff)) {
    throw new UsageError(
      `--raw-older-than must not reach back beyond the year 2000, as ${JSON.stringify(text)} does.`,
    );
  }
  return cutoff;
}
