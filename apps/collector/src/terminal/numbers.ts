import { decimal, integer, percent, rate } from '@clarity-keep/core';

export { byteSize as bytesText } from '@clarity-keep/core';

/** What cannot be known, in a column of a table. */
const UNKNOWN = '-';

export function countText(value: number | null): string {
  return integer(value, UNKNOWN);
}

export function decimalText(value: number | null): string {
  return decimal(value, UNKNOWN);
}

/** A fraction 0..1 as percent. */
export function rateText(fraction: number | null): string {
  return rate(fraction, UNKNOWN);
}

/** A percentage 0..100. */
export function percentText(value: number | null): string {
  return percent(value, UNKNOWN);
}
