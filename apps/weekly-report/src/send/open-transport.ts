import { handOver } from './hand-over.ts';
import type { MailTransport } from './mail-transport.ts';
import { sendFailureOf } from './send-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Hands mails to an SMTP server, one connection each. Nothing of it is logged. */
export function openTransport(settings: SmtpSettings): MailTransport {
  return {
    async send({ from, to, message }) {
      let hasBegun = false;
      const onBegin = (): void => {
        hasBegun = true;
      };
      try {
        await handOver(settings, { from, to, message, onBegin });
        return null;
      } catch (error) {
        return sendFailureOf(error, { hasBegun, secrets: secretsOf({ to, auth: settings.auth }) });
      }
    },
  };
}

/** What a server could repeat to us: the recipient and the login, plain or as SMTP encodes them. */
function secretsOf({ to, auth }: { to: string; auth: SmtpSettings['auth'] }): string[] {
  const recipient = [to, to.slice(0, to.lastIndexOf('@'))];
  if (auth === null) return recipient;
  const { user, pass } = auth;
  const encoded = [user, pass, `\0${user}\0${pass}`].map((text) =>
    Buffer.from(text).toString('base64'),
  );
  return [...recipient, user, pass, ...encoded];
}
