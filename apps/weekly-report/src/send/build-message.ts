import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from '../mail/render-report.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../mail/unsubscribe-placeholder.ts';
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

/** The mail as RFC 822, to one recipient, with that one's link to unsubscribe and the charts inside. */
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
      filename: `${cid.slice(0, cid.indexOf('@'))}.png`,
    })),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The texts of a mail with the link that one recipient ends them by. */
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

/** Gmail and Yahoo ask for the second one, which may stand only beside an address for a POST. */
function listHeaders({ mailto, url }: UnsubscribeLinks): Record<string, HeaderValue> {
  return url === null
    ? { 'List-Unsubscribe': asItIs(bracketed(mailto)) }
    : {
        'List-Unsubscribe': asItIs(`${bracketed(url)}, ${bracketed(mailto)}`),
        'List-Unsubscribe-Post': asItIs('List-Unsubscribe=One-Click'),
      };
}

type HeaderValue = { prepared: true; foldLines: true; value: string };

/** Encoded as words, which long values are by default, links are none to a mail program. */
function asItIs(value: string): HeaderValue {
  return { prepared: true, foldLines: true, value };
}

/** Whatever could end the link, or the header, is percent-encoded. */
function bracketed(link: string): string {
  return `<${link.toWellFormed().replaceAll(/[^!-~]|[<>"]/gu, (character) => encodeURIComponent(character))}>`;
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
