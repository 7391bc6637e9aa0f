/** What is shown where a number is not known. */
export const UNKNOWN = 'unknown';

/** "1,234" */
export function integer(value: number | null, unknown: string = UNKNOWN): string {
  return value === null ? unknown : fixed(value, 0);
}

/** "1,234.5" */
export function decimal(value: number | null, unknown: string = UNKNOWN): string {
  return value === null ? unknown : fixed(value, 1);
}

/** A large number to three figures, where the rest is noise: "4,120,000". */
export function roughly(value: number): string {
  return integer(Number(value.toPrecision(3)));
}

const countUnits = ['', 'k', 'M', 'B'] as const;

/** A count where there is little room: "940", "1.2k", "3.4M". */
export function compactCount(value: number): string {
  const { digits, unit } = inUnits(value, countUnits);
  return `${digits}${unit}`;
}

/** A fraction 0..1 as a percentage: "14.9%". */
export function rate(value: number | null, unknown: string = UNKNOWN): string {
  return percent(value === null ? null : value * 100, unknown);
}

/** A percentage 0..100: "62.0%". */
export function percent(value: number | null, unknown: string = UNKNOWN): string {
  return value === null ? unknown : `${fixed(value, 1)}%`;
}

/** A percentage 0..100 that was chosen, not measured, such as a tick or a confidence: "99%", "2.5%". */
export function plainPercent(value: number): string {
  return percent(value).replace('.0%', '%');
}

/** The bounds of a rate, given as fractions: "16.9–21.2%". */
export function rateBounds({ low, high }: { low: number; high: number }): string {
  return `${fixed(low * 100, 1)}–${rate(high)}`;
}

/** A difference of two fractions 0..1 in percentage points, without unit and sign: "20.1". */
export function points(value: number): string {
  return fixed(Math.abs(value) * 100, 1);
}

/** The same with its sign: "−20.1", "+2.5". */
export function signedPoints(value: number): string {
  return signed(value * 100);
}

/** "+2.5", "−20.1"; what rounds to nothing has no sign. */
export function signed(value: number): string {
  const size = fixed(Math.abs(value), 1);
  if (Number(size) === 0) return size;
  return `${value > 0 ? '+' : '−'}${size}`;
}

/** How many times as much: "3.1x". */
export function times(value: number): string {
  return `${fixed(value, 1)}x`;
}

/** The impact of a page. Small ones have a decimal, so that "0" is nothing at all. */
export function impactText(value: number | null, unknown: string = UNKNOWN): string {
  if (value === null) return unknown;
  return fixed(value, Number(fixed(value, 1)) < 10 ? 1 : 0);
}

/** "45 s", "1 min", "1 min 5 s" */
export function seconds(value: number | null, unknown: string = UNKNOWN): string {
  if (value === null) return unknown;
  const whole = Math.round(value);
  if (whole < 60) return `${whole} s`;
  const minutes = `${integer(Math.floor(whole / 60))} min`;
  return whole % 60 === 0 ? minutes : `${minutes} ${whole % 60} s`;
}

/** "1 session", "1,234 sessions"; a plural that takes more than an s is given. */
export function counted(value: number | null, noun: string, plural = `${noun}s`): string {
  return `${integer(value)} ${value === 1 ? noun : plural}`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in powers of a thousand, as disks are sold: "4.2 MB". */
export function byteSize(value: number): string {
  const { digits, unit } = inUnits(value, byteUnits);
  return `${digits} ${unit}`;
}

/** In the largest unit of which there is at least one; a number that would round to 1,000 takes the next. */
function inUnits<Unit extends string>(
  value: number,
  units: readonly Unit[],
): { digits: string; unit: Unit } {
  const power = units.findIndex(
    (_, index) => value < (index === 0 ? 999.5 : 999.95) * 1000 ** index,
  );
  const index = power === -1 ? units.length - 1 : power;
  return {
    digits: fixed(value / 1000 ** index, index === 0 ? 0 : 1),
    unit: units[index] as Unit,
  };
}

/**
 * The one place that rounds: half away from zero, as people do. 14.85 is 14.9, though the nearest
 * binary number is a little less, which `toFixed` goes by.
 */
function fixed(value: number, decimals: 0 | 1): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  // Fifteen digits are those that a decimal number keeps in a binary one; the rest is noise.
  const whole = Number.isInteger(scaled) ? scaled : Math.round(Number(scaled.toPrecision(15)));
  const digits = whole.toFixed(0).padStart(decimals + 1, '0');
  const end = digits.length - decimals;
  const grouped = digits.slice(0, end).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = decimals === 0 ? '' : `.${digits.slice(end)}`;
  return `${value < 0 && whole > 0 ? '-' : ''}${grouped}${fraction}`;
}
