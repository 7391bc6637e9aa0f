import { safeMessage } from './safe-message.ts';
import { certificateTrouble } from './certificate-trouble.ts';
import { MailServerError } from './mail-server-error.ts';
import type { SmtpSettings } from '../smtp/smtp-settings.ts';

/**
 * login: the user or password is wrong. certificate: it is not trusted. encryption: it is missing, or it
 * failed. host: the name does not exist. refused, silent: nothing listens, or nothing responds. other: the rest.
 */
export type MailTroubleKind =
  | 'login'
  | 'certificate'
  | 'encryption'
  | 'host'
  | 'refused'
  | 'silent'
  | 'other';

export interface MailTrouble {
  why: MailTroubleKind;
  /** Which server, by host and port, and what about it: `mail.example.com:587 refused the connection`. */
  message: string;
  /** What to do, a sentence. */
  remedy: string;
}

const LONGEST_REPLY = 200;

const remedies = {
  login:
    'Check the user and password in SMTP_URL. Percent-encode special characters in them (@ is %40). Many providers require an app password.',
  notNow: 'Try again later; the login may be correct.',
  notTls: 'Use smtp://, which encrypts with STARTTLS, or the port for smtps://, usually 465.',
  noStartTls:
    'Use smtps:// with its port, usually 465, or a server that offers STARTTLS. Passwords are never sent unencrypted.',
  tls: "Check the port in SMTP_URL: smtps:// usually uses 465, smtp:// with STARTTLS 587. The server's TLS version may be too old.",
  host: 'Check the host name in SMTP_URL, and that this machine can resolve names.',
  refused: 'Check the host and port in SMTP_URL, and that the mail server is running.',
  unreachable: "Check the host in SMTP_URL, and this machine's network.",
  silent:
    'Check the port in SMTP_URL, and whether a firewall blocks it: many hosting providers block port 25, and some 587.',
  noGreeting:
    'Check the port in SMTP_URL: a port that expects TLS at once, usually 465, needs smtps://.',
  notSmtp: 'Check the host and port in SMTP_URL: mail servers usually listen on 587 or 465.',
  reply: "Read the mail server's reply; its log may say more.",
} as const;

/**
 * What is wrong with a mail server, from an error of nodemailer's, in our words: texts of OpenSSL and of the
 * system are not repeated, and of what the server replied one line, without any of the secrets.
 */
export function mailTrouble(
  error: unknown,
  { host, port, secure }: Pick<SmtpSettings, 'host' | 'port' | 'secure'>,
  secrets: readonly string[],
): MailTrouble {
  const server = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const [why, what, remedy] = troubleOf(error, { secure, secrets });
  return { why, message: `${server} ${what}`, remedy };
}

type Found = [why: MailTroubleKind, what: string, remedy: string];

function troubleOf(
  error: unknown,
  { secure, secrets }: { secure: boolean; secrets: readonly string[] },
): Found {
  if (error instanceof MailServerError) {
    const { why, message } = error;
    return [why, message, why === 'encryption' ? remedies.noStartTls : remedies.silent];
  }
  const { code, origin, raw, reply, command } = factsOf(error);
  const said = reply === '' ? '' : `: "${safeMessage(reply, secrets).slice(0, LONGEST_REPLY)}"`;
  if (code === 'EAUTH') {
    return reply.startsWith('4')
      ? ['other', `cannot accept the login right now${said}`, remedies.notNow]
      : ['login', `rejected the login${said}`, remedies.login];
  }
  if (code === 'ETLS' && reply !== '') {
    return ['encryption', `does not offer STARTTLS${said}`, remedies.noStartTls];
  }
  if (reply !== '') return repliedWith(reply, { command, said });
  const certificate = certificateTrouble(`${origin} ${raw}`);
  if (certificate !== null) return ['certificate', ...certificate];
  if (secure && NOT_TLS.test(`${origin} ${raw}`)) {
    return ['encryption', 'does not speak TLS on this port', remedies.notTls];
  }
  if (code === 'ETLS' || /\bSSL\b|_SSL_|SSL routines/i.test(`${origin} ${raw}`)) {
    return ['encryption', 'could not agree on encryption with this machine', remedies.tls];
  }
  if (code === 'EPROTOCOL') return ['other', 'sent a reply that did not end', remedies.notSmtp];
  return connectionTrouble(code, `${origin} ${raw}`);
}

/** What OpenSSL says when the other side answers in clear text. */
const NOT_TLS =
  /WRONG_VERSION|wrong version|PACKET_LENGTH|packet length|UNKNOWN_PROTOCOL|HTTP_REQUEST/i;

function repliedWith(reply: string, { command, said }: { command: string; said: string }): Found {
  if (command !== 'CONN')
    return ['other', `replied to ${command || 'us'} with${said.slice(1)}`, remedies.reply];
  return /^\d{3}[ -]/.test(reply)
    ? ['other', `accepts no mail from this machine${said}`, remedies.reply]
    : ['other', `is not a mail server: it greets with${said.slice(1)}`, remedies.notSmtp];
}

function connectionTrouble(code: string, origin: string): Found {
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(origin)) {
    return ['host', 'cannot be found: the name has no address', remedies.host];
  }
  if (origin.includes('ECONNREFUSED'))
    return ['refused', 'refused the connection', remedies.refused];
  if (/E(HOST|NET)(UNREACH|DOWN)/.test(origin)) {
    return ['refused', 'cannot be reached from this network', remedies.unreachable];
  }
  if (/GREETING_TIMEOUT|Greeting never received/.test(origin)) {
    return ['silent', 'accepted the connection but sent no greeting', remedies.noGreeting];
  }
  if (code === 'ETIMEDOUT' || origin.includes('ETIMEDOUT')) {
    return ['silent', 'did not respond', remedies.silent];
  }
  return ['other', 'closed the connection', remedies.notSmtp];
}

/** nodemailer keeps the code of the system, or of TLS, under another name. */
function factsOf(error: unknown) {
  const field = (name: string): string =>
    error instanceof Error ? String(Reflect.get(error, name) ?? '') : '';
  return {
    code: field('code'),
    origin: field('originalCode'),
    raw: error instanceof Error ? error.message : '',
    reply: field('response')
      .replaceAll(/\s*[\r\n]+\s*/g, ' ')
      .trim(),
    command: field('command'),
  };
}
