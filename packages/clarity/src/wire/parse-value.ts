/**
 * A number however Clarity writes it: `"292"` until August 2026, both forms in one answer during the
 * change, `292` since. Null, the empty string and what is no finite number are unknown: null.
 */
export function parseNumber(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN;
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** A whole number, or null. */
export function parseCount(value: unknown): number | null {
  const number = parseNumber(value);
  return number === null ? null : Math.round(number);
}

/** Text, or the empty string for null and what is not there. */
export function parseText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
