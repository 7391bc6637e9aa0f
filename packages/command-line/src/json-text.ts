import { escapeUnseen } from '@clarity-keep/core/display';

/**
 * A value as the JSON that `--json` prints. What moves a cursor, turns text around or cannot be seen is
 * escaped, so that it harms no terminal and stays the same value.
 */
export function jsonText(value: unknown): string {
  return `${escapeUnseen(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line that does not end, for rows that are written one by one. */
export function jsonLine(value: unknown): string {
  return escapeUnseen(JSON.stringify(value));
}
