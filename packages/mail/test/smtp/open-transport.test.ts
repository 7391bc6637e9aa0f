import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTransport, parseSmtpUrl } from '../../src/index.ts';
import { CERTIFICATE, KEY } from '../support/self-signed.ts';

const mail = {
  from: 'reports@shop.example',
  to: 'anna@shop.example',
  message: Buffer.from('Subject: Week 47\r\n\r\n.hidden\r\nfine\r\n'),
};

describe('openTransport', () => {
  it('encrypts what it sends to a server on this machine, whose certificate is its own', async () => {
    let received = '';
    let isSecure = false;
    const url = await listening(
      new SMTPServer({
        key: KEY,
        cert: CERTIFICATE,
        authOptional: true,
        logger: false,
        onData(stream, session, done) {
          isSecure = session.secure;
          stream.on('data', (chunk: Buffer) => (received += String(chunk)));
          stream.on('end', () => done());
        },
      }).server,
    );
    expect(await openTransport(parseSmtpUrl(url)).send(mail)).toBeNull();
    expect({ received, isSecure }).toEqual({ received: String(mail.message), isSecure: true });
  });

  it.each([
    ['before it greets', []],
    ['before it knows who the mail is for', ['220 here', '250 fine', '250 fine']],
    ['instead of asking for the mail', ['220 here', '250 fine', '250 fine', '250 fine']],
  ])('knows that nothing was sent when the server hangs up %s', async (_when, replies) => {
    const url = await aServerThatSays(replies);
    expect(await openTransport(parseSmtpUrl(url)).send(mail)).toMatchObject({
      type: 'unreachable',
    });
  });

  it('does not know whether the mail was taken when the server hangs up over it', async () => {
    const url = await aServerThatSays(['220 here', '250 fine', '250 fine', '250 fine', '354 go']);
    expect(await openTransport(parseSmtpUrl(url)).send(mail)).toMatchObject({ type: 'unknown' });
  });

  const toData = ['220 here', '250 fine', '250 fine', '250 fine'];
  const toMail = [...toData, '354 go'];

  it.each([
    ['550 at the recipient', ['220 here', '250 fine', '250 fine', '550 nobody'], 'refused'],
    ['452 at the recipient', ['220 here', '250 fine', '250 fine', '452 full'], 'deferred'],
    ['554 instead of asking for the mail', [...toData, '554 no'], 'refused'],
    ['552 after the mail', [...toMail, '552 too long'], 'refused'],
    ['451 after the mail', [...toMail, '451 later'], 'deferred'],
    ['421 after the mail', [...toMail, '421 closing'], 'deferred'],
    ['something else after the mail', [...toMail, 'hm'], 'unknown'],
    ['354 after the mail', [...toMail, '354 go on'], 'unknown'],
    ['550 at the sender', ['220 here', '250 fine', '550 not you'], 'unreachable'],
    ['554 as a greeting', ['554 closed'], 'unreachable'],
    ['421 as a greeting', ['421 busy'], 'unreachable'],
  ])('tells what %s means: %j is %s', async (_what, replies, type) => {
    const url = await aServerThatSays(replies);
    expect(await openTransport(parseSmtpUrl(url)).send(mail)).toMatchObject({ type });
  });

  it.each([
    ['535 no', 'login'],
    ['454 not now', 'unreachable'],
  ])('tells a refused login from one that is not possible now: %s', async (reply, type) => {
    const url = await aServerThatSays(['220 here', '250 AUTH PLAIN', reply]);
    const withLogin = url.replace('smtp://', 'smtp://me:secret@');
    expect(await openTransport(parseSmtpUrl(withLogin)).send(mail)).toMatchObject({ type });
  });

  it.each([
    ['before the mail', toData, 'unreachable'],
    ['after the mail', toMail, 'unknown'],
  ])('gives up a server that keeps it for ten minutes, %s', async (_when, replies, type) => {
    const { url, silent } = await aServerThatFallsSilent(replies);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const sent = openTransport(parseSmtpUrl(url)).send(mail);
    await silent;
    vi.advanceTimersByTime(10 * 60_000);
    expect(await sent).toMatchObject({ type, message: expect.stringContaining('10 minutes') });
  });

  it('strikes out the recipient and the login, in whatever form the server repeats them', async () => {
    const login = Buffer.from('\0me\0hunter+2').toString('base64');
    const url = await aServerThatSays([
      '220 here',
      '250 AUTH PLAIN',
      `535 me / HUNTER+2 / ${login} may not write to <anna@shop.example> or anna; menu`,
    ]);
    const failure = await openTransport(
      parseSmtpUrl(url.replace('smtp://', 'smtp://me:hunter%2B2@')),
    ).send(mail);
    expect(failure?.message).toContain('535 … / … / … may not write to <…> or …; menu');
  });
});

/** Gives these replies, one per line it gets, and hangs up when they are used up. */
async function aServerThatSays(replies: readonly string[]): Promise<string> {
  const server = createServer((socket) => {
    const left = replies.map((reply) => `${reply}\r\n`);
    const answer = (): void => {
      const reply = left.shift();
      if (reply === undefined) socket.destroy();
      else socket.write(reply);
    };
    socket.on('error', () => undefined);
    socket.on('data', answer);
    answer();
  });
  return listening(server);
}

/** Gives these replies, and then none. */
async function aServerThatFallsSilent(
  replies: readonly string[],
): Promise<{ url: string; silent: Promise<void> }> {
  const { promise: silent, resolve } = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    const left = replies.map((reply) => `${reply}\r\n`);
    const answer = (): void => {
      const reply = left.shift();
      if (reply === undefined) resolve();
      else socket.write(reply);
    };
    socket.on('error', () => undefined);
    socket.on('data', answer);
    answer();
  });
  return { url: await listening(server), silent };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
