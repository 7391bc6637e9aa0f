import { displayText } from '@clarity-keep/core';

/** Text that visitors or callers made, in quotes and harmless, for an error message. */
export function quoted(text: string): string {
  return JSON.stringify(displayText(text));
}
