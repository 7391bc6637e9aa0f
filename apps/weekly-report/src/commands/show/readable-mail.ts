import type { RenderedMail } from '@clarity-keep/mail';
import { withUnsubscribeLink } from '@clarity-keep/mail';
import { withPictures } from '@clarity-keep/reporting';

/** The HTML of a sent mail as one file. The unsubscribe link, each recipient's own, leads nowhere. */
export function readableHtml(mail: RenderedMail): string {
  const { html } = withUnsubscribeLink(mail, '#');
  return withPictures({ html, images: mail.images });
}

/** The text of a sent mail, with its subject. */
export function readableText(mail: RenderedMail): string {
  const { text } = withUnsubscribeLink(mail, "(each recipient's own link)");
  return `Subject: ${mail.subject}\n\n${text.trimEnd()}\n`;
}
