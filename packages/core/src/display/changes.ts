import { decimal, signed } from './numbers.ts';
import type { ComparisonRefusal } from './refusals.ts';
import { refusalText } from './refusals.ts';

export type ChangeUnit = 'percent' | 'points';

/** How a number changed, without judging it: "▲ 1.2 points", "▼ 3.4%"; what rounds to nothing is "unchanged". */
export function changeText(change: number, unit: ChangeUnit): string {
  const size = decimal(Math.abs(change));
  if (Number(size) === 0) return 'unchanged';
  return `${change > 0 ? '▲' : '▼'}\u00A0${size}${unitText(unit)}`;
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
