/**
 * The word that was most likely meant by one that nobody knows, or null when none is near: by slips of
 * the finger, unlike `likelyMeant` of core, which compares names and addresses by what they have in common.
 */
export function wordMeant(typed: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .toSorted((a, b) => a.slips - b.slips);
  return nearest !== undefined && nearest.slips <= Math.ceil(typed.length / 3)
    ? nearest.word
    : null;
}

/** Letters added, left out, mistaken or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
