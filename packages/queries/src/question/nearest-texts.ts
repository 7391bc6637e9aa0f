/** The texts that share most pairs of letters with one (Dice's coefficient), nearest first. */
export function nearestTexts(text: string, texts: readonly string[], count: number): string[] {
  const pairs = letterPairs(text);
  return texts
    .map((other) => ({ other, likeness: likeness(pairs, letterPairs(other)) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ other }) => other);
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
