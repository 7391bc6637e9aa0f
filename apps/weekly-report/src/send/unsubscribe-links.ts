import type { Database } from '@clarity-keep/db';
import { unsubscribeToken } from '@clarity-keep/db';
import type { UnsubscribeLinks } from './build-message.ts';
import type { Mailbox } from './mailboxes.ts';

/** How one recipient of a scope unsubscribes: by a mail to the sender, and at the server if there is one. */
export function unsubscribeLinks(
  { db, now, publicUrl }: { db: Database; now: () => Date; publicUrl: string | null },
  { scope, recipient, from }: { scope: string; recipient: string; from: Mailbox },
): UnsubscribeLinks {
  const url =
    publicUrl === null
      ? null
      : `${publicUrl}/unsubscribe/${unsubscribeToken(db, { scope, recipient, now: now() })}`;
  return { mailto: mailtoOf(from), url };
}

/** For who is shown a mail that nobody gets. */
export function mailtoOf({ address }: Mailbox): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=unsubscribe`;
}
