import type { Figure } from '@clarity-keep/core';

/** What is shown where nothing is known. */
export const UNKNOWN = 'unknown';

export function integer(value: number | null): string {
  return value === null ? UNKNOWN : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** A fraction 0..1 as a percentage. */
export function rate(value: number | null): string {
  return value === null ? UNKNOWN : `${(value * 100).toFixed(1)}%`;
}

/** The bounds of a rate, as fractions: "16.9–21.2%". */
export function rateBounds({ low, high }: { low: number; high: number }): string {
  return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;
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

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A part of a whole as the width of a bar, in whole percent; what is there at all is seen. */
export function barWidth(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return Math.min(100, Math.max(1, Math.round((part / whole) * 100)));
}

/** "▲ 1.2 points", the arrow bound to its number; what rounds to nothing is "unchanged". */
export function arrowed(change: number, unit: Figure['unit']): string {
  const size = Math.abs(change).toFixed(1);
  if (Number(size) === 0) return 'unchanged';
  return `${change > 0 ? '▲' : '▼'}\u00A0${size}${unit === 'percent' ? '%' : ' points'}`;
}
