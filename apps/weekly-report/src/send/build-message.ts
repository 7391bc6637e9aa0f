import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from '../mail/render-report.ts';
import type { Mailbox } from './mailboxes.ts';

/** The mail as RFC 822, to one recipient. */
export async function buildMessage(
  report: RenderedMail,
  { from, to, messageId, date }: { from: Mailbox; to: Mailbox; messageId: string; date: Date },
): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to,
    messageId,
    date,
    subject: report.subject,
    text: report.text,
    html: report.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<mailto:${from.address}?subject=unsubscribe>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The same for the same project, week and recipient: a mail program shows a double only once. */
export function messageIdOf({
  projectId,
  week,
  recipient,
  from,
}: {
  projectId: string;
  week: string;
  recipient: string;
  from: Mailbox;
}): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([projectId, week, recipient.toLowerCase()]))
    .digest('hex')
    .slice(0, 32);
  return `<${week}.${hash}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
}
