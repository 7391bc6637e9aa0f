/** What is shown where nothing is known. */
export const UNKNOWN = 'unknown';

export function integer(value: number | null): string {
  return value === null ? UNKNOWN : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** A fraction 0..1 as a percentage. */
export function rate(value: number | null): string {
  return value === null ? UNKNOWN : `${(value * 100).toFixed(1)}%`;
}

/** A difference of two fractions 0..1 in percentage points, without the unit and the sign. */
export function points(value: number): string {
  return Math.abs(value * 100).toFixed(1);
}

/** The same with its sign: `-20.1`, `+2.5`. */
export function signedPoints(value: number): string {
  const size = points(value);
  if (Number(size) === 0) return size;
  return value > 0 ? `+${size}` : `-${size}`;
}

/** A percentage 0..100. */
export function depth(value: number | null): string {
  return value === null ? UNKNOWN : `${value.toFixed(1)}%`;
}

export function seconds(value: number | null): string {
  if (value === null) return UNKNOWN;
  const whole = Math.round(value);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "1 session", "1,234 sessions". */
export function counted(value: number | null, noun: string): string {
  return `${integer(value)} ${noun}${value === 1 ? '' : 's'}`;
}
