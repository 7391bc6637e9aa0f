/** Distinct texts remembered before the memory is freed; more than most sites have pages. */
const MOST_TEXTS = 200_000;

/** Their characters in total: a text can have 8,192, so that many texts could take over a gigabyte. */
const MOST_CHARACTERS = 16 * 2 ** 20;

/** Computes a value per text once, as long as the texts fit into bounded memory. */
export function remember<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  let characters = 0;
  return (text) => {
    const value = known.get(text);
    if (value !== undefined) return value;
    const computed = compute(text);
    if (known.size >= MOST_TEXTS || characters + text.length > MOST_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    characters += text.length;
    known.set(text, computed);
    return computed;
  };
}

/** Pairs remembered before the memory is freed. */
const MOST_PAIRS = 200_000;

/** Computes a number per pair of numbers once, as long as the pairs fit into bounded memory. */
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
