/** Below this, two words have little more than a syllable in common. */
const LEAST_LIKENESS = 0.4;

/** The texts that share most pairs of letters with one (Dice's coefficient), nearest first. */
export function nearestTexts(text: string, texts: readonly string[], count: number): string[] {
  const pairs = letterPairs(text);
  return texts
    .map((other) => ({ other, likeness: likeness(pairs, letterPairs(other)) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ other }) => other);
}

/** What somebody who typed this most likely meant, or null when nothing is much like it. */
export function likelyMeant(text: string, texts: readonly string[]): string | null {
  const [nearest] = nearestTexts(text, texts, 1);
  if (nearest === undefined) return null;
  return likeness(letterPairs(text), letterPairs(nearest)) < LEAST_LIKENESS ? null : nearest;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size || 1);
}

function letterPairs(text: string): Set<string> {
  const lower = text.toLowerCase();
  return new Set(
    Array.from({ length: Math.max(0, lower.length - 1) }, (_, at) => lower.slice(at, at + 2)),
  );
}
