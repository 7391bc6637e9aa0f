import { decimal, signed } from './numbers.ts';

export type ChangeUnit = 'percent' | 'points';

/** How a number changed, without judging it: "▲ 1.2 points", "▼ 3.4%"; what rounds to nothing is "unchanged". */
export function changeText(change: number, unit: ChangeUnit): string {
  const size = decimal(Math.abs(change));
  if (Number(size) === 0) return 'unchanged';
  return `${change > 0 ? '▲' : '▼'}\u00A0${size}${unitText(unit)}`;
}

/** The same with a sign, where no arrow can be: "+1.2 points", "−3.4%". */
export function signedChange(change: number, unit: ChangeUnit): string {
  return `${signed(change)}${unitText(unit)}`;
}

function unitText(unit: ChangeUnit): string {
  return unit === 'percent' ? '%' : ' points';
}
