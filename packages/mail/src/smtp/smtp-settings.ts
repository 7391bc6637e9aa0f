import { listed } from '@clarity-keep/core';
import { ConfigurationError } from '@clarity-keep/environment';

/** How to reach a mail server. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** No login over a connection that cannot be encrypted. */
  requireTLS: boolean;
  rejectUnauthorized: boolean;
  auth: { user: string; pass: string } | null;
}

const EXAMPLE = 'e.g. smtp://user:password@mail.example.com:587 or smtps://... for port 465';

/**
 * The settings in an SMTP_URL. A login asks for TLS, unless the server is on this machine or the URL
 * says `?requireTLS=false`: then it goes over an open line where the server does not encrypt. `?rejectUnauthorized=false` takes any certificate, and so does a server on
 * this machine: no network is in between, and its certificate is usually self-signed.
 *
 * @throws ConfigurationError, never with the URL: it holds a password.
 */
export function parseSmtpUrl(text: string): SmtpSettings {
  const url = URL.parse(text);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new ConfigurationError(
      `SMTP_URL must start with smtp:// or smtps:// and name a host, ${EXAMPLE}.`,
    );
  }
  const known = ['requireTLS', 'rejectUnauthorized'];
  if ([...url.searchParams.keys()].some((key) => !known.includes(key))) {
    throw new ConfigurationError(
      `SMTP_URL: unknown parameter after "?". The parameters are ${listed(known)}.`,
    );
  }
  for (const name of known) {
    const values = url.searchParams.getAll(name);
    if (values.length > 1 || !['true', 'false', undefined].includes(values[0])) {
      throw new ConfigurationError(`SMTP_URL: ${name} must be true or false, and given once.`);
    }
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS:
      auth !== null && !isLoopback(host) && url.searchParams.get('requireTLS') !== 'false',
    rejectUnauthorized: !isLoopback(host) && url.searchParams.get('rejectUnauthorized') !== 'false',
    auth,
  };
}

/** Whether a login may be sent: it goes unencrypted to this machine alone, unless the URL says otherwise. */
export function mayLogIn(
  { requireTLS }: Pick<SmtpSettings, 'requireTLS'>,
  isEncrypted: boolean,
): boolean {
  return isEncrypted || !requireTLS;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new ConfigurationError(
      'SMTP_URL: a percent sign in the user or password is not followed by two hex digits. Write it as %25.',
      { cause: error },
    );
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}
