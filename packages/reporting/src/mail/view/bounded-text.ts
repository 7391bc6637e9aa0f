import { displayText, nameText, shortenMiddle } from '@clarity-keep/core';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';

/** Bytes of a label: 72 characters of any script, which is how long those of the model are. */
const LABEL_BYTES = 220;
/** Longer links are dropped: half a link leads nowhere. */
const LINK_BYTES = 520;

/**
 * Text of the model on one line, harmless to show, and of at most so many bytes in the HTML, where a
 * quote takes six. That no text can take more is what keeps a mail of bounded lists under the size at
 * which Gmail cuts it off.
 */
export function bounded(text: string, bytes: number): string {
  // Only the footer may hold what becomes the recipient's own link.
  let short = displayText(text).replaceAll(UNSUBSCRIBE_PLACEHOLDER, '…');
  for (let length = bytes; weight(short) > bytes; length = Math.floor(length * 0.9)) {
    short = shortenMiddle(short, length);
  }
  return short;
}

/** What visitors made a page, a referrer or a source of; never empty. */
export function labelText(text: string): string {
  return bounded(nameText(text), LABEL_BYTES);
}

/** A link as it may be put into a mail, or null. */
export function linkText(link: string | null): string | null {
  return link !== null && /^https:\/\/[!-~]+$/.test(link) && weight(link) <= LINK_BYTES
    ? link
    : null;
}

function weight(text: string): number {
  const escaped = text.replaceAll(/[&<>"']/g, '&quot;');
  return new TextEncoder().encode(escaped).length;
}
