import type { Mailbox } from './mailboxes.ts';
import type { RenderedMail } from './rendered-mail.ts';

/** Stands in the HTML and the text of a rendered mail where the recipient's unsubscribe link belongs. */
export const UNSUBSCRIBE_PLACEHOLDER = 'https://unsubscribe.invalid/';

/** How one recipient unsubscribes: by writing a mail and, where there is a server, by one click. */
export interface UnsubscribeLinks {
  /** `mailto:reports@shop.example?subject=unsubscribe` */
  mailto: string;
  url: string | null;
}

/** The link that asks the sender by mail to be unsubscribed. */
export function unsubscribeMailto({ address }: Mailbox): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=unsubscribe`;
}

/** The HTML and the text of a mail with one recipient's unsubscribe link. */
export function withUnsubscribeLink(
  { html, text }: Pick<RenderedMail, 'html' | 'text'>,
  link: string,
): { html: string; text: string } {
  const escaped = link.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
  return {
    html: html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => escaped),
    text: text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => link),
  };
}
