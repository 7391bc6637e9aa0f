/** Room that the name of a day takes, in pixels. */
const LABEL_WIDTH = 84;

/** Which of so many days are named below a chart: the first, the last, and some evenly between. */
export function tickIndexes(days: number, width: number): number[] {
  if (days <= 0) return [];
  if (days === 1) return [0];
  const most = Math.max(2, Math.floor(width / LABEL_WIDTH));
  const gaps = Math.min(most - 1, days - 1);
  return Array.from({ length: gaps + 1 }, (_, tick) => Math.round((tick * (days - 1)) / gaps));
}
