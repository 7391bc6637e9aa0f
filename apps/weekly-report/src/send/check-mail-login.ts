import { loginSecrets } from './login-secrets.ts';
import { openConnection } from './open-connection.ts';
import { safeMessage } from './safe-message.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export type MailLogin =
  | { type: 'ok'; isEncrypted: boolean; isLoggedIn: boolean }
  | { type: 'failed'; why: MailLoginFailure; message: string };

/**
 * login: user or password are wrong. certificate: it is not one we trust. encryption: there is none, or
 * it failed. host: no such name. refused, silent: nobody there, or nobody who answers. other: the rest.
 */
export type MailLoginFailure =
  | 'login'
  | 'certificate'
  | 'encryption'
  | 'host'
  | 'refused'
  | 'silent'
  | 'other';

/** Connects to the mail server and logs in as a report would, and sends nothing. Never tells the login. */
export async function checkMailLogin(settings: SmtpSettings): Promise<MailLogin> {
  let login: MailLogin = { type: 'ok', isEncrypted: false, isLoggedIn: false };
  try {
    await openConnection(settings, ({ connection, resolve }) => {
      const isLoggedIn = settings.auth !== null && connection.allowsAuth;
      login = { type: 'ok', isEncrypted: connection.secure, isLoggedIn };
      resolve();
    });
    return login;
  } catch (error) {
    const message = safeMessage(error, loginSecrets(settings.auth));
    return { type: 'failed', why: failureOf(error), message };
  }
}

function failureOf(error: unknown): MailLoginFailure {
  const field = (name: string): string =>
    error instanceof Error ? String(Reflect.get(error, name) ?? '') : '';
  const code = field('code');
  // nodemailer keeps the code of the system, or of TLS, under another name.
  const origin = `${field('originalCode')} ${error instanceof Error ? error.message : ''}`;
  if (code === 'EAUTH') return 'login';
  if (/CERT|certificate|ALTNAME/i.test(origin)) return 'certificate';
  if (code === 'ETLS' || /\bSSL\b|_SSL_|wrong version number/i.test(origin)) return 'encryption';
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(origin)) return 'host';
  if (origin.includes('ECONNREFUSED')) return 'refused';
  if (code === 'ETIMEDOUT') return 'silent';
  return 'other';
}
