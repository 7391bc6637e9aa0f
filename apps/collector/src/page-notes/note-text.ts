import { UsageError } from '@clarity-keep/command-line';

const LONGEST = 200;

/**
 * A note about a page for the report, trimmed.
 *
 * @throws UsageError when it is empty, too long or not on one line.
 */
export function noteText(text: string, name: string): string {
  const trimmed = text.trim();
  const length = Array.from(trimmed).length;
  if (length === 0) throw new UsageError(`${name} must not be empty.`);
  if (length > LONGEST) {
    throw new UsageError(`${name} must have at most ${LONGEST} characters; it has ${length}.`);
  }
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(trimmed)) {
    throw new UsageError(`${name} must be on one line, without control characters.`);
  }
  return trimmed;
}
