/** A fraction 0..1 as a percentage: `15.1%`. */
export function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`;
}

/** A difference of two fractions in points of a hundred, with its sign: `-20.1`, `+2.5`. */
export function signedPoints(difference: number): string {
  const points = (difference * 100).toFixed(1);
  if (Number(points) === 0) return '0.0';
  return difference > 0 ? `+${points}` : points;
}

/** "1 session", "1,234 sessions". */
export function countInWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
