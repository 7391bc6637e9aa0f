import type { SmtpSettings } from '../smtp/smtp-settings.ts';

/** The login as a server could repeat it to us, plain or as SMTP encodes it. */
export function loginSecrets(auth: SmtpSettings['auth']): string[] {
  if (auth === null) return [];
  const { user, pass } = auth;
  const encoded = [user, pass, `\0${user}\0${pass}`].map((text) =>
    Buffer.from(text).toString('base64'),
  );
  return [user, pass, ...encoded];
}
