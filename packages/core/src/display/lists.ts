import { counted, integer } from './numbers.ts';

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "a", "a or b", "a, b or c" */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** The first of many: "a, b and 3 more"; with a noun "a, b and 3 more pages". */
export function listedUpTo(most: number, words: readonly string[], noun?: string): string {
  const more = words.length - most;
  if (more <= 0) return listed(words);
  const rest = noun === undefined ? `${integer(more)} more` : counted(more, `more ${noun}`);
  return listed([...words.slice(0, most), rest]);
}

/** A sentence or a heading from words: "Rage clicks". */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
