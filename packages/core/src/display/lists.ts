import { integer } from './numbers.ts';

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first of many: "a, b and 3 more". */
export function listedUpTo(most: number, words: readonly string[]): string {
  const more = words.length - most;
  return more > 0 ? listed([...words.slice(0, most), `${integer(more)} more`]) : listed(words);
}

/** A sentence or a heading from words: "Rage clicks". */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
