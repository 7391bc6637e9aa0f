export { checkMailSettings } from './check-mail-settings.ts';
export { runCli as runWeeklyReport } from './run-cli.ts';
export { reportSettings, senderOf } from './env.ts';
export { checkMailLogin } from './send/check-mail-login.ts';
export type { MailLogin, MailLoginFailure } from './send/check-mail-login.ts';
export { parseMailboxes } from './send/mailboxes.ts';
export { openTransport } from './send/open-transport.ts';
export { parseSmtpUrl } from './send/smtp-settings.ts';
export type { SmtpSettings } from './send/smtp-settings.ts';
