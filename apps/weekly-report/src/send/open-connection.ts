import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from './smtp-settings.ts';

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;

/** A server that is never silent for long could keep a mail for ever, and others would take it for abandoned. */
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
 * @throws what nodemailer says, which may hold the login.
 */
export async function openConnection(
  settings: SmtpSettings,
  use: (open: OpenConnection) => void,
): Promise<void> {
  const { auth, rejectUnauthorized, ...server } = settings;
  const connection = new SMTPConnection({
    ...server,
    tls: { rejectUnauthorized },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  let deadline: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      deadline = setTimeout(() => {
        reject(new Error(`the mail server took longer than ${LONGEST_MS / 60_000} minutes`));
      }, LONGEST_MS);
      const next: OpenConnection['next'] = (step) => (error) => {
        if (error) reject(error);
        else step();
      };
      const begin = (): void => use({ connection, next, resolve });
      connection.once('error', reject);
      connection.connect(
        next(() => {
          if (auth === null || !connection.allowsAuth) begin();
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
