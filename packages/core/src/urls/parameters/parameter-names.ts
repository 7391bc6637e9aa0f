/** Whether a parameter name in lower case is in a list. */
export type NameMatcher = (name: string) => boolean;

const matchers = new WeakMap<readonly string[], NameMatcher>();

/**
 * Matches names of a list in any case; one that ends in `*` matches every name that begins like it. A list is
 * prepared once: rules are the same for a million URLs.
 */
export function matchNames(patterns: readonly string[]): NameMatcher {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const matcher = createMatcher(patterns);
  matchers.set(patterns, matcher);
  return matcher;
}

function createMatcher(patterns: readonly string[]): NameMatcher {
  const lowered = patterns.map((pattern) => pattern.toLowerCase());
  const names = new Set(lowered.filter((pattern) => !pattern.endsWith('*')));
  const beginnings = lowered
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return (name) => names.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}
