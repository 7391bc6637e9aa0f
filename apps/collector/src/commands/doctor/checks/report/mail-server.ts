import { ConfigurationError } from '@clarity-keep/environment';
import type { MailLogin, SmtpSettings } from '@clarity-keep/mail';
import type { Check } from '../../check.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

/** The verdict on a login at a mail server. */
export function mailVerdict({ host, port, auth }: SmtpSettings, login: MailLogin): Verdict {
  const server = `${host}:${port}`;
  if (login.type === 'failed') {
    return problem(`The mail server ${login.message}.`, login.remedy);
  }
  if (auth !== null && !login.isLoggedIn) {
    return warning(
      `The mail server ${server} does not offer a login, but SMTP_URL contains one.`,
      'Remove the user from SMTP_URL, or use the port that requires a login, usually 587 or 465.',
    );
  }
  const manner = login.isEncrypted
    ? 'over an encrypted connection'
    : 'over an unencrypted connection';
  if (auth === null) return ok(`The mail server ${server} responds ${manner}, without a login.`);
  return ok(`The mail server ${server} accepts the login ${manner}. Nothing was sent.`);
}

/** Whether the mail server accepts a report. */
export const mailServerCheck: Check = {
  name: 'mail-server',
  run: async ({ settings: { variables } }) => {
    const url = variables['SMTP_URL']?.trim() ?? '';
    if (url === '') return skipped('SMTP_URL is not set.');
    const { checkMailLogin, parseSmtpUrl } = await import('@clarity-keep/mail');
    let settings: SmtpSettings;
    try {
      settings = parseSmtpUrl(url);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return problem(error.message, 'Correct SMTP_URL; until then no report is sent.');
    }
    return mailVerdict(settings, await checkMailLogin(settings));
  },
};
