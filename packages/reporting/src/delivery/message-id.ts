import { createHash } from 'node:crypto';
import type { Mailbox } from '@clarity-keep/mail';

/** The same for the same scope, week and recipient, so that a mail program shows a duplicate only once. */
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
