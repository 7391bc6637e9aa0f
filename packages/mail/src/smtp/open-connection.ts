import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { MailServerError } from '../trouble/mail-server-error.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { mayLogIn } from './smtp-settings.ts';

/** Bytes of one reply. The longest, of EHLO, has some hundred. */
const LONGEST_REPLY = 64 * 1024;

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;

/** A server that is never silent for long could hold a mail forever, and the delivery would look abandoned. */
const LONGEST_MS = 10 * 60_000;

export interface OpenConnection {
  connection: SMTPConnection;
  /** A callback that goes on unless it gets an error. */
  next: (step: () => void) => (error?: Error | null) => void;
  /** Ends the use of the connection, which is then closed. */
  resolve: () => void;
}

/**
 * Connects, encrypts as the settings ask, logs in when they have a login and the server takes one (one on
 * this machine may ask for none), and hands the connection to `use` until that resolves.
 *
 * A server that replies without end, or with a byte now and then forever, is cut off.
 *
 * @throws MailServerError, or what nodemailer says, which may hold the login.
 */
export async function openConnection(
  settings: SmtpSettings,
  use: (open: OpenConnection) => void,
  { longestMs = LONGEST_MS }: { longestMs?: number } = {},
): Promise<void> {
  const { auth, rejectUnauthorized, ...server } = settings;
  const connection = new SMTPConnection({
    ...server,
    tls: { rejectUnauthorized },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxResponseSize: LONGEST_REPLY,
  });
  let deadline: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      deadline = setTimeout(() => {
        reject(
          new MailServerError('silent', `did not finish within ${longestMs / 60_000} minutes`),
        );
      }, longestMs);
      const next: OpenConnection['next'] = (step) => (error) => {
        if (error) reject(error);
        else step();
      };
      const begin = (): void => use({ connection, next, resolve });
      connection.once('error', reject);
      connection.connect(
        next(() => {
          if (auth === null || !connection.allowsAuth) begin();
          else if (!mayLogIn(settings, connection.secure)) reject(notEncrypted());
          else connection.login({ credentials: auth }, next(begin));
        }),
      );
    });
    connection.quit();
  } finally {
    clearTimeout(deadline);
    connection.close();
  }
}

function notEncrypted(): MailServerError {
  return new MailServerError('encryption', 'offers no encryption, so the login was not sent');
}
