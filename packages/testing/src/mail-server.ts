import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { listenOnLoopback } from './loopback.ts';

export interface ReceivedMail {
  to: string[];
  mail: ParsedMail;
}

export interface MailServer {
  url: string;
  port: number;
  mails: ReceivedMail[];
}

/** A real SMTP server on loopback that keeps what it gets. */
export async function aMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream, (error: Error | null, mail) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (error === null) mails.push({ to, mail });
        done(error);
      });
    },
    ...options,
  });
  // A client that hangs up is a case under test, not an error of the server's.
  server.on('error', () => undefined);
  const host = await listenOnLoopback(server.server);
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  return { url: `smtp://${host}`, port: Number(host.split(':')[1]), mails };
}
