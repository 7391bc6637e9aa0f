const integer = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function countText(value: number): string {
  return integer.format(value);
}

export function decimalText(value: number): string {
  return oneDecimal.format(value);
}

/** A percentage 0..100. */
export function percentText(percent: number): string {
  return `${oneDecimal.format(percent)}%`;
}

/** A fraction 0..1 as percent. */
export function rateText(fraction: number): string {
  return percentText(fraction * 100);
}

export function secondsText(value: number): string {
  const whole = Math.round(value);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "1 session", "1,234 sessions". */
export function counted(value: number, noun: string): string {
  return `${countText(value)} ${noun}${value === 1 ? '' : 's'}`;
}
