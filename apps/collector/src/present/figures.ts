/** What stands where nothing can be known. */
export const UNKNOWN = '-';

/** `1,234`. */
export function count(value: number | null): string {
  return value === null ? UNKNOWN : value.toLocaleString('en-US');
}

/** A share of 0..1 as `12.3%`. */
export function percent(share: number | null): string {
  return share === null ? UNKNOWN : `${(share * 100).toFixed(1)}%`;
}

/** One decimal. */
export function decimal(value: number | null): string {
  return value === null
    ? UNKNOWN
    : value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
