const count = new Intl.NumberFormat('en-US');
const oneDecimal = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** What cannot be known. */
const UNKNOWN = '-';

export function countText(value: number | null): string {
  return value === null ? UNKNOWN : count.format(value);
}

export function decimalText(value: number | null): string {
  return value === null ? UNKNOWN : oneDecimal.format(value);
}

/** A fraction 0..1 as percent. */
export function rateText(fraction: number | null): string {
  return fraction === null ? UNKNOWN : percentText(fraction * 100);
}

/** A percentage 0..100. */
export function percentText(percent: number | null): string {
  return percent === null ? UNKNOWN : `${oneDecimal.format(percent)}%`;
}
