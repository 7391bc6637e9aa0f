import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ReceivedMail {
  to: string[];
  mail: ParsedMail;
}

function addressOf({ address }: { address: string }): string {
  return address;
}

/** A real SMTP server on loopback that keeps what it gets. */
export async function aMailServer(
  options: SMTPServerOptions = {},
): Promise<{ url: string; port: number; mails: ReceivedMail[] }> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream, (error: Error | null, mail) => {
        if (error === null) mails.push({ to: session.envelope.rcptTo.map(addressOf), mail });
        done(error);
      });
    },
    ...options,
  });
  // A client that hangs up is a case under test, not an error of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, port, mails };
}

/** A mail server that keeps what went over the wire: envelopes, and mails byte by byte. */
export async function aWireTap(): Promise<{
  url: string;
  wire: { from: string; to: string[]; mail: Buffer }[];
}> {
  const wire: { from: string; to: string[]; mail: Buffer }[] = [];
  const { url } = await aMailServer({
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = mailFrom === false ? '' : mailFrom.address;
        wire.push({ from, to: rcptTo.map(addressOf), mail: Buffer.concat(chunks) });
        done();
      });
    },
  });
  return { url, wire };
}

/** What a server answers a command with, by its code. */
export function anAnswer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Speaks SMTP up to the end of a mail, and then hangs up instead of answering. */
export async function aServerThatHangsUpAfterTheMail(): Promise<string> {
  const server = createServer((socket) => {
    let received = '';
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      received += String(chunk);
      if (received.endsWith('\r\n.\r\n')) socket.destroy();
      else if (/^DATA\r\n$/m.test(String(chunk))) socket.write('354 go on\r\n');
      else if (/^(EHLO|MAIL|RCPT)/.test(String(chunk))) socket.write('250 fine\r\n');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
