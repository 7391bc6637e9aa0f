import type { RenderedMail } from '@clarity-keep/mail';
import { withUnsubscribeLink } from '@clarity-keep/mail';
import { withPictures } from '@clarity-keep/reporting';

/** The HTML of a mail that was sent, standing alone. The link to unsubscribe, its recipients' own, leads nowhere. */
export function readableHtml(mail: RenderedMail): string {
  const { html } = withUnsubscribeLink(mail, '#');
  return withPictures({ html, images: mail.images });
}

/** The text of a mail that was sent, with its subject. */
export function readableText(mail: RenderedMail): string {
  const { text } = withUnsubscribeLink(mail, "(a link of each recipient's own)");
  return `Subject: ${mail.subject}\n\n${text.trimEnd()}\n`;
}
