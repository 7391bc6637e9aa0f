/** Pairs remembered before the memory is given back. */
const MOST_PAIRS = 200_000;

/** Computes a number per pair of numbers once, as long as they fit into bounded memory. */
export function rememberPairs(): (first: number, second: number, compute: () => number) => number {
  const known = new Map<number, Map<number, number>>();
  let pairs = 0;
  return (first, second, compute) => {
    const value = known.get(first)?.get(second);
    if (value !== undefined) return value;
    if (pairs >= MOST_PAIRS) {
      known.clear();
      pairs = 0;
    }
    pairs += 1;
    const computed = compute();
    const ofFirst = known.get(first);
    if (ofFirst === undefined) known.set(first, new Map([[second, computed]]));
    else ofFirst.set(second, computed);
    return computed;
  };
}
