import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mailbox } from './mailboxes.ts';
import type { RenderedMail } from './rendered-mail.ts';
import type { UnsubscribeLinks } from './unsubscribe.ts';
import { withUnsubscribeLink } from './unsubscribe.ts';

export interface Addressing {
  from: Mailbox;
  to: Mailbox;
  messageId: string;
  date: Date;
  unsubscribe: UnsubscribeLinks;
}

/** The mail as RFC 822, to one recipient, with their unsubscribe link and the charts inside. */
export async function buildMessage(
  mail: RenderedMail,
  { from, to, messageId, date, unsubscribe }: Addressing,
): Promise<Buffer> {
  const { text, html } = withUnsubscribeLink(mail, unsubscribe.url ?? unsubscribe.mailto);
  const composer = new MailComposer({
    from,
    to,
    messageId,
    date,
    subject: mail.subject,
    text,
    html,
    attachments: mail.images.map(({ cid, png }) => ({
      cid,
      content: png,
      contentType: 'image/png',
      contentDisposition: 'inline',
      filename: `${cid.replace(/@.*/s, '')}.png`,
    })),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Gmail and Yahoo require the second header, which is allowed only beside a URL that takes a POST. */
function listHeaders({ mailto, url }: UnsubscribeLinks): Record<string, HeaderValue> {
  return url === null
    ? { 'List-Unsubscribe': asItIs(bracketed(mailto)) }
    : {
        'List-Unsubscribe': asItIs(`${bracketed(url)}, ${bracketed(mailto)}`),
        'List-Unsubscribe-Post': asItIs('List-Unsubscribe=One-Click'),
      };
}

type HeaderValue = { prepared: true; foldLines: true; value: string };

/** By default long values become encoded words, in which a mail program finds no link. */
function asItIs(value: string): HeaderValue {
  return { prepared: true, foldLines: true, value };
}

/** Percent-encodes whatever could end the link or the header. */
function bracketed(link: string): string {
  return `<${link.toWellFormed().replaceAll(/[^!-~]|[<>"]/gu, (character) => encodeURIComponent(character))}>`;
}
