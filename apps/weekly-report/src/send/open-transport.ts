import { handOver } from './hand-over.ts';
import { loginSecrets } from './login-secrets.ts';
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

/** What a server could repeat to us: the recipient and the login. */
function secretsOf({ to, auth }: { to: string; auth: SmtpSettings['auth'] }): string[] {
  return [to, to.slice(0, to.lastIndexOf('@')), ...loginSecrets(auth)];
}
