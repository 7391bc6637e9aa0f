const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Resets of passwords append the time. */
const LONG_HEXADECIMAL = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,}(?:-\d+)?$/i;
const SHORTEST_HEXADECIMAL = 16;
const WORD_IN_CAMEL_CASE = /[A-Z][a-z]{3,}/g;
const WORD = /^(?:[a-z]{3,}|[A-Z]{3,}|[A-Z][a-z]{2,})$/;

/** From this length on, words with digits are rare and tokens are common. */
const SHORTEST_TOKEN = 20;

/** Hyphens are rare in a token. Many short runs are a list: `w32l34-w33l34-w34l34`. */
const LONGEST_RUN_OF_LIST = 7;

export interface Suspicion {
  /** A token changes between digits, lower and upper case at least once in so many characters. */
  changesEvery: number;
  shortest?: number;
}

/**
 * Whether a decoded text contains something only a machine can read: a UUID, a long hexadecimal number, or a
 * token like base64url. A slug differs from a token by its words, and by how rarely it changes between digits,
 * lower and upper case: once in two or three characters where they are random, once in ten or more in
 * `how-to-choose-a-reading-lamp-2026`.
 */
export function hasOpaquePart(
  text: string,
  { changesEvery, shortest = SHORTEST_TOKEN }: Suspicion,
): boolean {
  if (text.length < Math.min(SHORTEST_HEXADECIMAL, shortest) || !/\d/.test(text)) return false;
  return text
    .split(/[^\w-]/)
    .some(
      (part) =>
        UUID.test(part) ||
        LONG_HEXADECIMAL.test(part) ||
        (part.length >= shortest && isToken(part, changesEvery)),
    );
}

function isToken(text: string, changesEvery: number): boolean {
  if (!/\d/.test(text)) return false;
  const runs = text.split(/[_-]/).filter((run) => run !== '');
  if (runs.every((run) => run.length <= LONGEST_RUN_OF_LIST)) return false;
  const words = runs.filter((run) => WORD.test(run));
  if (words.length >= 2 || lengthOf(words) * 3 >= text.length) return false;
  if (lengthOf(text.match(WORD_IN_CAMEL_CASE) ?? []) * 5 >= text.length * 3) return false;
  const { letters, changes } = runs.map(countKinds).reduce(addCounts, NOTHING);
  // Dates and sizes contain single letters.
  return letters * 6 >= text.length && changes * changesEvery >= text.length;
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

interface KindCounts {
  letters: number;
  changes: number;
}

const NOTHING: KindCounts = { letters: 0, changes: 0 };

function addCounts(a: KindCounts, b: KindCounts): KindCounts {
  return {
    letters: a.letters + b.letters,
    changes: a.changes + b.changes,
  };
}

/** An upper-case letter before lower-case ones begins a word, so that change does not count. */
function countKinds(run: string): KindCounts {
  const counts = { ...NOTHING };
  let before = '';
  for (const character of run) {
    const kind = kindOf(character);
    if (kind !== 'digit') counts.letters += 1;
    const isWithinWord = before === 'capital' && kind === 'small';
    if (before !== '' && before !== kind && !isWithinWord) counts.changes += 1;
    before = kind;
  }
  return counts;
}

function kindOf(character: string): 'digit' | 'small' | 'capital' {
  if (character <= '9') return 'digit';
  return character >= 'a' ? 'small' : 'capital';
}
