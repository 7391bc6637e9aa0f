/** A stream of pseudo-random numbers that depends on its seed parts alone. */
export type Random = {
  /** 0 <= n < 1 */
  next: () => number;
  /** An integer, both ends included. */
  int: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
};

/**
 * Opens the stream named by `parts`; the same parts always give the same numbers.
 * FNV-1a spreads the parts over the state of an sfc32 generator. Not for secrets.
 */
export function createRandom(...parts: (string | number)[]): Random {
  const name = parts.join('\u0000');
  let a = fnv1a(name, 0x811c9dc5);
  let b = fnv1a(name, 0x9747b28c);
  let c = fnv1a(name, 0x3c6ef372);
  let counter = 1;

  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();

  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
  };
}

/** A drawing of one of `entries`, each as likely as its weight says. */
export function weightedDraw<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const first = entries[0];
  if (first === undefined) throw new RangeError('Expected at least one entry to draw from, got 0.');
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    return first[0];
  };
}

/** A new array with the same items in an order that `random` decides. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item);
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
