/** A part of a whole as the width of a bar, in whole percent; anything at all is at least 1. */
export function barWidth(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return Math.min(100, Math.max(1, Math.round((part / whole) * 100)));
}
