import { displayText } from '../safe-text/display-text.ts';

/** What a call to Clarity covers: `the last 24 hours by URL x Device`. */
export function callText({
  numOfDays,
  dimensions,
}: {
  numOfDays: number;
  dimensions: readonly string[];
}): string {
  const hours = `the last ${numOfDays * 24} hours`;
  return dimensions.length === 0 ? hours : `${hours} by ${dimensions.map(displayText).join(' x ')}`;
}
