import { createTransport } from 'nodemailer';
import type { MailTransport } from './mail-transport.ts';
import { sendFailureOf } from './send-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';

const CONNECT_MS = 15_000;
const SILENCE_MS = 60_000;

/** Hands mails to an SMTP server, one connection each. Nothing of it is logged. */
export function openTransport(settings: SmtpSettings): MailTransport {
  const { auth, rejectUnauthorized, ...connection } = settings;
  const transport = createTransport({
    ...connection,
    ...(auth === null ? {} : { auth }),
    tls: { rejectUnauthorized },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, to, message }) {
      try {
        await transport.sendMail({ envelope: { from, to }, raw: message });
        return null;
      } catch (error) {
        return sendFailureOf(error, secretsOf({ to, auth }));
      }
    },
    close: () => transport.close(),
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
