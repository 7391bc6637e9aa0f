import type { Figure } from '@clarity-keep/core';

export { counted, depth, integer, rate, seconds, UNKNOWN } from '@clarity-keep/core';

/** The bounds of a rate, as fractions: "16.9–21.2%". */
export function rateBounds({ low, high }: { low: number; high: number }): string {
  return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;
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
