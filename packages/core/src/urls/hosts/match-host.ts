import { matchesPattern } from '../match-pattern.ts';

export type HostMatcher = (host: string) => boolean;

const matchers = new WeakMap<readonly string[], HostMatcher>();

/**
 * Matches a list of hosts, as `URL` writes them or readable, in which `*` stands for any characters. One that
 * begins with `!` is left out, and with nothing but such ones all others match. A list is prepared once.
 */
export function matchHosts(patterns: readonly string[]): HostMatcher {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const matcher = createMatcher(patterns.map(asciiPattern));
  matchers.set(patterns, matcher);
  return matcher;
}

function createMatcher(patterns: readonly string[]): HostMatcher {
  const leftOut = patterns.filter((pattern) => pattern.startsWith('!')).map((one) => one.slice(1));
  const counted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const exact = new Set(counted);
  const withStar = counted.filter((pattern) => pattern.includes('*'));
  return (host) =>
    (counted.length === 0 ||
      exact.has(host) ||
      withStar.some((pattern) => matchesPattern(host, pattern))) &&
    !leftOut.some((pattern) => matchesPattern(host, pattern));
}

function asciiPattern(pattern: string): string {
  return pattern
    .split('.')
    .map((label) =>
      /[^\0-\u{7F}]/u.test(label) ? (URL.parse(`https://${label}`)?.hostname ?? label) : label,
    )
    .join('.');
}
