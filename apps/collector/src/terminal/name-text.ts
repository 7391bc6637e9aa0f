import { displayText } from '@clarity-keep/core';

/** A page or device as a table shows it; Clarity also counts sessions without naming either. */
export function nameText(name: string): string {
  return displayText(name) || '(unknown)';
}
