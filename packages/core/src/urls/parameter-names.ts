/** Whether a lowered parameter name is one of a list. */
export type NameMatcher = (name: string) => boolean;

const matchers = new WeakMap<readonly string[], NameMatcher>();

/**
 * Matches names of a list without regard to case; one that ends in `*` matches what begins like it. A list
 * is looked through once: rules are the same for a million URLs.
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
