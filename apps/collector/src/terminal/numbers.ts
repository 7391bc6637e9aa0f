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

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size with one decimal at most, in powers of a thousand as disks are sold. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3);
  const unit = Math.min(power, byteUnits.length - 1);
  const scaled = bytes / 1000 ** unit;
  return `${unit === 0 ? count.format(scaled) : oneDecimal.format(scaled)} ${byteUnits[unit]}`;
}
