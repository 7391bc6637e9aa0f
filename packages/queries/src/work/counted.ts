const format = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** A large number for people: `4,000,000`, to three figures. */
export function counted(count: number): string {
  return format.format(count);
}
