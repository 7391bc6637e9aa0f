import { decimal, percent, signed } from './numbers.ts';
import type { ComparisonRefusal } from './sentences/refusals.ts';
import { refusalText } from './sentences/refusals.ts';

export type ChangeUnit = 'percent' | 'points';

/** How a number changed, without judging it: "▲ 1.2 points", "▼ 3.4%"; what rounds to nothing is "unchanged". */
export function changeText(change: number, unit: ChangeUnit): string {
  const size = decimal(Math.abs(change));
  if (Number(size) === 0) return 'unchanged';
  return `${change > 0 ? '▲' : '▼'}\u00A0${size}${unitText(unit)}`;
}

/** How a proven change went: never "unchanged", however small it is. */
export function provenChangeText(change: number, unit: ChangeUnit): string {
  if (Number(decimal(Math.abs(change))) !== 0) return changeText(change, unit);
  return `${change > 0 ? '▲' : '▼'}\u00A0under 0.1${unitText(unit)}`;
}

/** How a count changed, in a sentence: "3.4% more than", "about the same as". */
export function comparedWith(change: number): string {
  if (change === 0) return 'as many as';
  const size = percent(Math.abs(change));
  if (size === percent(0)) return 'about the same as';
  return `${size} ${change > 0 ? 'more' : 'fewer'} than`;
}

/** How a number of a week compares with the week before, or why the two are not compared. */
export function comparisonText({
  thisWeek,
  change,
  unit,
  refusal,
}: {
  thisWeek: number | null;
  change: number | null;
  unit: ChangeUnit;
  refusal: ComparisonRefusal | null;
}): string {
  return change === null ? refusalText(refusal, { thisWeek }) : changeText(change, unit);
}

/** A change with a sign, where no arrow can be: "+1.2 points", "−3.4%". */
export function signedChange(change: number, unit: ChangeUnit): string {
  return `${signed(change)}${unitText(unit)}`;
}

function unitText(unit: ChangeUnit): string {
  return unit === 'percent' ? '%' : ' points';
}
