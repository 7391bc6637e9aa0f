import { NO_PAGE } from '../../segments/segment.ts';
import { invisible, unseenInScript } from './unseen-characters.ts';

/**
 * Text that others made, safe to show on one line to people and to models: what cannot be seen, or moves
 * and turns the text around it, becomes U+FFFD. Joiners and variation selectors where scripts and emoji
 * need them are left out, so that the text stays legible. Not escaped for HTML.
 *
 * Texts that differ in what is replaced can look the same afterwards: never a key, and nothing to count by.
 */
export function displayText(text: string): string {
  return text.replaceAll(unseenInScript, '').replaceAll(invisible, '\u{FFFD}');
}

/** What stands in the place of a page, a device, a source or a referrer that Clarity names nothing for. */
export const UNNAMED = NO_PAGE;

/** A name that others made, on one line and never empty. */
export function nameText(text: string): string {
  const shown = displayText(text);
  return shown.trim() === '' ? UNNAMED : shown;
}

/** At most `length` characters: the middle gives way, because both ends of a URL tell it from others. */
export function shortenMiddle(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const head = Math.ceil((length - 1) * 0.6);
  const tail = length - 1 - head;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
