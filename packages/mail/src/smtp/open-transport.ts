import { handOver } from './hand-over.ts';
import { loginSecrets } from '../trouble/login-secrets.ts';
import type { MailTransport } from './mail-transport.ts';
import type { MailTrouble } from '../trouble/mail-trouble.ts';
import { mailTrouble } from '../trouble/mail-trouble.ts';
import { failureType } from '../trouble/send-failure.ts';
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
        const trouble = mailTrouble(error, settings, secretsOf({ to, auth: settings.auth }));
        return { type: failureType(error, hasBegun), message: messageOf(trouble) };
      }
    },
  };
}

/** What a server could repeat to us: the recipient and the login. */
function secretsOf({ to, auth }: { to: string; auth: SmtpSettings['auth'] }): string[] {
  return [to, to.slice(0, to.lastIndexOf('@')), ...loginSecrets(auth)];
}

/** Remedies for a refused login or mail are added where they are reported. */
function messageOf({ why, message, remedy }: MailTrouble): string {
  return why === 'login' || why === 'other' ? message : `${message}. ${remedy.replace(/\.$/, '')}`;
}
