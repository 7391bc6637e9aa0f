/** Room that the name of a day takes, in pixels. */
const LABEL_WIDTH = 84;

/** Which of so many days are named below a chart: the last one, and others at even steps before it. */
export function tickIndexes(days: number, width: number): number[] {
  if (days <= 0) return [];
  const most = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const step = Math.max(1, Math.ceil((days - 1) / most));
  const ticks = Array.from({ length: Math.floor((days - 1) / step) + 1 }, (_, tick) => {
    return days - 1 - tick * step;
  });
  return ticks.toReversed();
}
