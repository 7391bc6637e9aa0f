export {
  capitalised,
  changeText as arrowed,
  counted,
  integer,
  percent as depth,
  rate,
  rateBounds,
  seconds,
  UNKNOWN,
} from '@clarity-keep/core';

/** A part of a whole as the width of a bar, in whole percent; what is there at all is seen. */
export function barWidth(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  return Math.min(100, Math.max(1, Math.round((part / whole) * 100)));
}
