import { displayText } from '@clarity-keep/core';

/** A page or device as a table shows it; Clarity also counts sessions of which it names none. */
export function nameText(name: string): string {
  return displayText(name) || '(unknown)';
}
