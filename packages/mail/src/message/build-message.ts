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
      filename: `${cid.replace(/@.*/s, '')}.png`,
    })),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
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
