import * as display from '@clarity-keep/core';

/** Stands for an unknown value in a table. */
const UNKNOWN = '-';

export function countText(value: number | null): string {
  return display.integer(value, UNKNOWN);
}

export function impactText(value: number | null): string {
  return display.impactText(value, UNKNOWN);
}

/** A fraction 0..1 as percent. */
export function rateText(fraction: number | null): string {
  return display.rate(fraction, UNKNOWN);
}

/** A percentage 0..100. */
export function percentText(value: number | null): string {
  return display.percent(value, UNKNOWN);
}
