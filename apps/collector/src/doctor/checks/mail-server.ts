import { ConfigurationError } from '@clarity-keep/environment';
import type { MailLogin, MailLoginFailure, SmtpSettings } from '@clarity-keep/weekly-report';
import type { Check } from '../check.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem, skipped, warning } from '../verdict.ts';

const remedies: Record<MailLoginFailure, string> = {
  login:
    'Check user and password in SMTP_URL. Special characters in them are percent-encoded (@ is %40), and many providers want an app password.',
  certificate:
    'Use the host name that the certificate is for, or have it renewed. For a server of your own, put the file of its authority into NODE_EXTRA_CA_CERTS.',
  encryption:
    'Use smtps:// for port 465 and smtp:// for 587, and a server that offers STARTTLS: a login goes over no open line.',
  host: 'Check the host name in SMTP_URL.',
  refused: 'Check host and port in SMTP_URL, and that the mail server runs.',
  silent:
    'Check the port in SMTP_URL, and that no firewall is in between: many hosters close port 25, and some 587.',
  other: 'See what the mail server says; its log may say more.',
};

/** What to make of the login at a mail server. */
export function mailVerdict(
  { host, port, auth, requireTLS }: SmtpSettings,
  login: MailLogin,
): Verdict {
  const server = `${host}:${port}`;
  if (login.type === 'failed') {
    return problem(
      `The mail server ${server} cannot be used: ${login.message}`,
      remedies[login.why],
    );
  }
  if (auth !== null && !login.isLoggedIn) {
    return warning(
      `The mail server ${server} offers no login, and SMTP_URL has one.`,
      'Leave the user out of SMTP_URL, or use the port that asks for it, mostly 587 or 465.',
    );
  }
  const manner = login.isEncrypted ? 'over an encrypted connection' : 'over an open connection';
  if (auth === null) return ok(`The mail server ${server} answers ${manner}, without a login.`);
  if (!login.isEncrypted && requireTLS) {
    return problem(`The login at ${server} went ${manner}.`, remedies.encryption);
  }
  return ok(`The mail server ${server} takes the login, ${manner}. Nothing was sent.`);
}

/** Whether the mail server lets a report in. */
export const mailServerCheck: Check = {
  name: 'mail-server',
  run: async ({ settings: { variables } }) => {
    const url = variables['SMTP_URL']?.trim() ?? '';
    if (url === '') return skipped('SMTP_URL is not set.');
    const { checkMailLogin, parseSmtpUrl } = await import('@clarity-keep/weekly-report');
    let settings: SmtpSettings;
    try {
      settings = parseSmtpUrl(url);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return problem(error.message, 'Correct SMTP_URL; no report is mailed until then.');
    }
    return mailVerdict(settings, await checkMailLogin(settings));
  },
};
