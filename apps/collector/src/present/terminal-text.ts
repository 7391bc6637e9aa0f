import { displayText } from '@clarity-keep/core';

/** Text that visitors or Clarity made, safe to print: it stays on its line and moves no cursor. */
export function terminalText(text: string): string {
  return displayText(text);
}
