import { Readable } from 'node:stream';
import { openConnection } from './open-connection.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface Envelope {
  from: string;
  to: string;
}

/**
 * One mail over one SMTP connection. `onBegin` is called when the server is about to be given the
 * first byte of the mail: after an error it may have taken the mail, before it cannot have.
 *
 * @throws what nodemailer says, which may hold the recipient and the login.
 */
export async function handOver(
  settings: SmtpSettings,
  { from, to, message, onBegin }: Envelope & { message: Buffer; onBegin: () => void },
): Promise<void> {
  const body = new Readable({
    read() {
      onBegin();
      this.push(message);
      this.push(null);
    },
  });
  await openConnection(settings, ({ connection, next, resolve }) => {
    connection.send({ from, to: [to] }, body, next(resolve));
  });
}
