export type { DkimKey, DkimSettings } from './dkim/dkim-key.ts';
export { dkimKeyOf } from './dkim/dkim-key.ts';
export { signMessage } from './dkim/sign-message.ts';
export { buildMessage } from './message/build-message.ts';
export type { Mailbox } from './message/mailboxes.ts';
export { parseMailboxes } from './message/mailboxes.ts';
export type { RenderedMail } from './message/rendered-mail.ts';
export { senderOf } from './message/sender.ts';
export type { UnsubscribeLinks } from './message/unsubscribe.ts';
export {
  UNSUBSCRIBE_PLACEHOLDER,
  unsubscribeMailto,
  withUnsubscribeLink,
} from './message/unsubscribe.ts';
export type { MailLogin } from './smtp/check-mail-login.ts';
export { checkMailLogin } from './smtp/check-mail-login.ts';
export type { MailTransport } from './smtp/mail-transport.ts';
export { openTransport } from './smtp/open-transport.ts';
export type { SmtpSettings } from './smtp/smtp-settings.ts';
export { parseSmtpUrl } from './smtp/smtp-settings.ts';
export { safeMessage } from './trouble/safe-message.ts';
export type { SendFailure } from './trouble/send-failure.ts';
export { failureType } from './trouble/send-failure.ts';
