import { createServer } from 'node:net';
import { aMailServer, listenOnLoopback } from '@clarity-keep/testing';
import { onTestFinished } from 'vitest';

export { aMailServer } from '@clarity-keep/testing';
export type { ReceivedMail } from '@clarity-keep/testing';

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
        wire.push({ from, to: rcptTo.map(({ address }) => address), mail: Buffer.concat(chunks) });
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
  const host = await listenOnLoopback(server);
  onTestFinished(() => {
    server.close();
  });
  return `smtp://${host}`;
}
