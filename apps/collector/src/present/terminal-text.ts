import { displayText } from '@clarity-keep/core';

/**
 * Text that visitors made, safe on a terminal: escape sequences, other control characters, line
 * breaks, bidirectional overrides and zero-width characters show as U+FFFD.
 */
export function terminalText(text: string): string {
  return displayText(text);
}
