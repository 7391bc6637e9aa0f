import { ConfigurationError } from '@clarity-keep/environment';
import type { Mailbox } from './mailboxes.ts';
import { parseMailboxes } from './mailboxes.ts';

/**
 * The one mailbox in REPORT_FROM.
 *
 * @throws ConfigurationError unless it is one address.
 */
export function senderOf(text: string): Mailbox {
  const [sender, ...more] = parseMailboxes('REPORT_FROM', text);
  if (sender !== undefined && more.length === 0) return sender;
  throw new ConfigurationError(`REPORT_FROM must be one address, not ${more.length + 1}.`);
}
