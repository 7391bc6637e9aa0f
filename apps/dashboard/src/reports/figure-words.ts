import { decimalText } from '../format/numbers.ts';

/** How a number of a week stands beside the week before; the rest of a figure does not matter here. */
interface Change {
  thisWeek: number | null;
  change: number | null;
  unit: 'percent' | 'points';
  refusal: 'too-few-days' | 'too-few-sessions' | 'unknown' | 'from-zero' | null;
}

/** A change in words, or why there is none: the same words as in the mail. */
export function changeWords({ thisWeek, change, unit, refusal }: Change): string {
  if (change !== null) {
    const sign = change < 0 ? '−' : '+';
    return `${sign}${decimalText(Math.abs(change))}${unit === 'percent' ? '%' : ' points'}`;
  }
  switch (refusal) {
    case 'from-zero':
      return thisWeek === 0 ? 'unchanged' : 'none the week before';
    case 'too-few-sessions':
      return 'too few to compare';
    case 'too-few-days':
    case 'unknown':
    case null:
      return 'not comparable';
  }
}
