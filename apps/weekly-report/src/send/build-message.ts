import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from '../mail/render-report.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../mail/render-report.ts';
import type { Mailbox } from './mailboxes.ts';

/** How one recipient ends the mails: by writing one, and, where there is a server, by one click. */
export interface UnsubscribeLinks {
  /** `mailto:reports@shop.example?subject=unsubscribe` */
  mailto: string;
  url: string | null;
}

export interface Addressing {
  from: Mailbox;
  to: Mailbox;
  messageId: string;
  date: Date;
  unsubscribe: UnsubscribeLinks;
}

/** The mail as RFC 822, to one recipient. */
export async function buildMessage(
  mail: RenderedMail,
  { from, to, messageId, date, unsubscribe }: Addressing,
): Promise<Buffer> {
  const { mailto, url } = unsubscribe;
  const link = url ?? mailto;
  const composer = new MailComposer({
    from,
    to,
    messageId,
    date,
    subject: mail.subject,
    text: mail.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => link),
    html: mail.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, () => link.replaceAll('&', '&amp;')),
    attachments: mail.images.map(({ cid, png }) => ({
      cid,
      content: png,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
      filename: false as const,
    })),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': (url === null ? [mailto] : [url, mailto])
        .map((one) => `<${one}>`)
        .join(', '),
      // RFC 8058: what a mail program posts when its own button is pressed.
      ...(url === null ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The same for the same scope, week and recipient: a mail program shows a double only once. */
export function messageIdOf({
  scope,
  week,
  recipient,
  from,
}: {
  scope: string;
  week: string;
  recipient: string;
  from: Mailbox;
}): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([scope, week, recipient.toLowerCase()]))
    .digest('hex')
    .slice(0, 32);
  return `<${week}.${hash}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
}
