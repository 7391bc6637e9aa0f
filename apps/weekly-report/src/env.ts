import type { ProjectConfiguration, ReportEnvironment } from '@clarity-keep/environment';
import { ConfigurationError } from '@clarity-keep/environment';
import type { DkimKey, Mailbox, SmtpSettings } from '@clarity-keep/mail';
import { dkimKeyOf, parseMailboxes, parseSmtpUrl, senderOf } from '@clarity-keep/mail';

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
 * @throws ConfigurationError for the first one that is not set or not understood.
 */
export function requireMailSettings(environment: ReportEnvironment, cwd: string): MailSettings {
  return {
    smtp: parseSmtpUrl(
      required(environment, 'SMTP_URL', 'e.g. smtp://user:password@mail.example.com:587'),
    ),
    from: senderOf(required(environment, 'REPORT_FROM', 'the address that the report comes from')),
    publicUrl: environment.PUBLIC_URL ?? null,
    dkim: dkimKeyOf(environment, cwd),
  };
}

/**
 * Who gets the report of a project: the recipients of its own, or else everybody in REPORT_TO.
 *
 * @throws ConfigurationError when there is nobody, or what is there is no list of addresses.
 */
export function recipientsOf(
  environment: ReportEnvironment,
  project: Pick<ProjectConfiguration, 'recipients'> | undefined,
): Mailbox[] {
  if (project?.recipients !== undefined) {
    return project.recipients.map((address) => ({ name: '', address }));
  }
  const meaning =
    'the addresses that get the report, separated by commas, of projects without recipients in clarity-keep.json';
  return parseMailboxes('REPORT_TO', required(environment, 'REPORT_TO', meaning));
}

function required(
  environment: ReportEnvironment,
  name: 'SMTP_URL' | 'REPORT_FROM' | 'REPORT_TO',
  meaning: string,
): string {
  const value = environment[name];
  if (value !== undefined) return value;
  throw new ConfigurationError(
    `${name} is not set: ${meaning}. Put it into the environment or into .env. "clarity-keep-report preview" needs none of it.`,
  );
}
