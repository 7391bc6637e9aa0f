import { unsubscribeMailto } from '@clarity-keep/mail';
import type { Database } from '@clarity-keep/db';
import { unsubscribeToken } from '@clarity-keep/db';
import type { Mailbox, UnsubscribeLinks } from '@clarity-keep/mail';

/** How one recipient of a scope unsubscribes: by a mail to the sender, and at the server if there is one. */
export function unsubscribeLinks(
  { db, now, publicUrl }: { db: Database; now: () => Date; publicUrl: string | null },
  { scope, recipient, from }: { scope: string; recipient: string; from: Mailbox },
): UnsubscribeLinks {
  const url =
    publicUrl === null
      ? null
      : `${publicUrl}/unsubscribe/${unsubscribeToken(db, { scope, recipient, now: now() })}`;
  return { mailto: unsubscribeMailto(from), url };
}
