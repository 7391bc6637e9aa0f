import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from './smtp-settings.ts';

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;

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
  const { auth, rejectUnauthorized, ...server } = settings;
  const connection = new SMTPConnection({
    ...server,
    tls: { rejectUnauthorized },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  const body = new Readable({
    read() {
      onBegin();
      this.push(message);
      this.push(null);
    },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (step: () => void) => (error?: Error | null) => {
        if (error) reject(error);
        else step();
      };
      const send = (): void => connection.send({ from, to: [to] }, body, next(resolve));
      connection.once('error', reject);
      connection.connect(
        next(() => {
          // A server on this machine may ask for no login.
          if (auth === null || !connection.allowsAuth) send();
          else connection.login({ credentials: auth }, next(send));
        }),
      );
    });
    connection.quit();
  } finally {
    connection.close();
  }
}
