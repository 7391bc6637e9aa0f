import type { SendFailure } from '../trouble/send-failure.ts';

/** A finished mail and where it goes. */
export interface OutgoingMail {
  from: string;
  to: string;
  /** RFC 822. */
  message: Buffer;
}

/** A way to hand mails to a server. */
export interface MailTransport {
  /** Null when the server took the mail. */
  send(mail: OutgoingMail): Promise<SendFailure | null>;
}
