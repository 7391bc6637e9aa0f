import { loginSecrets } from '../trouble/login-secrets.ts';
import type { MailTrouble } from '../trouble/mail-trouble.ts';
import { mailTrouble } from '../trouble/mail-trouble.ts';
import { openConnection } from './open-connection.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Somebody waits for it. */
const LONGEST_MS = 60_000;

export type MailLogin =
  | { type: 'ok'; isEncrypted: boolean; isLoggedIn: boolean }
  | ({ type: 'failed' } & MailTrouble);

/** Connects to the mail server and logs in as a report would, and sends nothing. Never tells the login. */
export async function checkMailLogin(settings: SmtpSettings): Promise<MailLogin> {
  let login: MailLogin = { type: 'ok', isEncrypted: false, isLoggedIn: false };
  try {
    await openConnection(
      settings,
      ({ connection, resolve }) => {
        const isLoggedIn = settings.auth !== null && connection.allowsAuth;
        login = { type: 'ok', isEncrypted: connection.secure, isLoggedIn };
        resolve();
      },
      { longestMs: LONGEST_MS },
    );
    return login;
  } catch (error) {
    return { type: 'failed', ...mailTrouble(error, settings, loginSecrets(settings.auth)) };
  }
}
