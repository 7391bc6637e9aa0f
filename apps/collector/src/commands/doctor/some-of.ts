const MOST = 50;

/** A list in one sentence, cut when it is long. */
export function someOf(items: readonly (string | number)[]): string {
  const rest = items.length - MOST;
  return `${items.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
