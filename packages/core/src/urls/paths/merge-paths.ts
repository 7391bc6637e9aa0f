import { canonicalText } from '../spelling/canonical-text.ts';
import { matchesPattern } from '../match-pattern.ts';
import { withoutEndSlashes } from '../spelling/trim-end.ts';

interface Pattern {
  path: string;
  parts: string[];
}

const compiled = new WeakMap<readonly string[], Pattern[]>();

/** The first pattern that a canonical path matches, as the path of their one page; null without any. */
export function mergedPath(path: string, patterns: readonly string[]): string | null {
  const parts = path.split('/');
  return compile(patterns).find((pattern) => matches(parts, pattern))?.path ?? null;
}

function compile(patterns: readonly string[]): Pattern[] {
  let known = compiled.get(patterns);
  if (known === undefined) {
    known = patterns.map((pattern) => {
      const path = canonicalPattern(pattern);
      return { path, parts: path.split('/') };
    });
    compiled.set(patterns, known);
  }
  return known;
}

/** With the escapes and without the dots that a URL has no more. */
function canonicalPattern(pattern: string): string {
  const { pathname = pattern, hash = '' } = URL.parse(`https://x.example${pattern}`) ?? {};
  const path = withoutEndSlashes(canonicalText(pathname));
  const anchor = withoutEndSlashes(canonicalText(hash));
  return path === '' ? `/${anchor}` : `${path}${anchor}`;
}

function matches(parts: readonly string[], pattern: Pattern): boolean {
  return (
    parts.length === pattern.parts.length &&
    pattern.parts.every((part, index) => matchesPattern(parts[index] ?? '', part))
  );
}
