import type { DkimKey, Mailbox, SmtpSettings } from '@clarity-keep/mail';
import { dkimKeyOf, parseSmtpUrl, senderOf } from '@clarity-keep/mail';
import { checkTogether } from './check-together.ts';
import type { ReportSettings } from './report-settings.ts';
import { required } from './required.ts';

/** What sending needs besides recipients. */
export interface MailSettings {
  smtp: SmtpSettings;
  from: Mailbox;
  /** Where the server is reached from outside; null when it is not. */
  publicUrl: string | null;
  /** What mails are signed with; null when they are not. */
  dkim: DkimKey | null;
}

/**
 * The settings that sending needs besides recipients. Their values are never repeated.
 *
 * @throws ConfigurationError that lists every one that is not set or not valid.
 */
export function requireMailSettings({
  environment,
  cwd,
}: Pick<ReportSettings, 'environment' | 'cwd'>): MailSettings {
  const smtp = () =>
    parseSmtpUrl(
      required(environment, 'SMTP_URL', 'e.g. smtp://user:password@mail.example.com:587'),
    );
  const from = () =>
    senderOf(required(environment, 'REPORT_FROM', 'the address that reports come from'));
  const dkim = () => dkimKeyOf(environment, cwd);
  checkTogether([smtp, from, dkim]);
  const publicUrl = environment.PUBLIC_URL ?? null;
  return { smtp: smtp(), from: from(), publicUrl, dkim: dkim() };
}
