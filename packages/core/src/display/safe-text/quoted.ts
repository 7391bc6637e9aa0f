import { displayText, shortenMiddle } from './display-text.ts';

const LONGEST_QUOTE = 200;

/** Text that visitors or callers made, in quotes, short and harmless, for an error message. */
export function quoted(text: string): string {
  return JSON.stringify(shortenMiddle(displayText(text), LONGEST_QUOTE));
}
