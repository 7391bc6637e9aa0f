import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import * as tls from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkMailLogin, parseSmtpUrl } from '../../src/index.ts';
import { aMailServer } from '@clarity-keep/testing';
import { AUTHORITY, EXPIRED, FOR_ANOTHER_HOST, SIGNED_KEY } from '../support/an-authority.ts';
import { CERTIFICATE, KEY } from '../support/self-signed.ts';

describe('a mail server that is not as it should be', () => {
  // Node 22.18 cannot be told in a running process whom to trust.
  const canTrust = 'setDefaultCACertificates' in tls;

  it.skipIf(!canTrust).each(['smtp', 'smtps'])(
    'has its certificate named, over %s',
    async (scheme) => {
      const before = tls.getCACertificates('default');
      tls.setDefaultCACertificates([AUTHORITY]);
      onTestFinished(() => tls.setDefaultCACertificates(before));
      const messages = [];
      for (const pair of [
        { cert: EXPIRED, key: SIGNED_KEY },
        { cert: FOR_ANOTHER_HOST, key: SIGNED_KEY },
        { cert: CERTIFICATE, key: KEY },
      ]) {
        const { port } = await aMailServer({
          ...pair,
          secure: scheme === 'smtps',
          disabledCommands: [],
        });
        const settings = parseSmtpUrl(`${scheme}://localhost:${port}`);
        const login = await checkMailLogin({
          ...settings,
          host: '127.0.0.1',
          rejectUnauthorized: true,
        });
        expect(login).toMatchObject({ type: 'failed', why: 'certificate' });
        messages.push(login.type === 'failed' ? login.message.replace(String(port), 'port') : '');
      }
      expect(messages).toEqual([
        '127.0.0.1:port has an expired certificate',
        '127.0.0.1:port has a certificate for another host name',
        '127.0.0.1:port has a self-signed certificate',
      ]);
    },
  );

  it('is told to speak no TLS on a port of STARTTLS', async () => {
    const { port } = await aMailServer();
    expect(await checkMailLogin(parseSmtpUrl(`smtps://127.0.0.1:${port}`))).toEqual({
      type: 'failed',
      why: 'encryption',
      message: `127.0.0.1:${port} does not speak TLS on this port`,
      remedy: expect.stringContaining('smtp://'),
    });
  });

  it('is told to offer no STARTTLS, and gets no login', async () => {
    const heard: string[] = [];
    const port = await serving((socket) => {
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        heard.push(String(chunk));
        socket.write(String(chunk).startsWith('EHLO') ? '250 AUTH PLAIN\r\n' : '502 unknown\r\n');
      });
    });
    const settings = { ...parseSmtpUrl(`smtp://me:s3cret@127.0.0.1:${port}`), requireTLS: true };
    expect(await checkMailLogin(settings)).toMatchObject({
      why: 'encryption',
      message: `127.0.0.1:${port} does not offer STARTTLS: "502 unknown"`,
    });
    expect(heard.join('')).not.toContain('AUTH');
  });

  it.each([
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'is not a mail server: it greets with'],
    ['554 no mail from you\r\n', 'accepts no mail from this machine: "554 no mail from you"'],
  ])('is told to greet with %j', async (greeting, words) => {
    const port = await serving((socket) => void socket.write(greeting));
    const login = await checkMailLogin(parseSmtpUrl(`smtp://127.0.0.1:${port}`));
    expect(login).toMatchObject({
      type: 'failed',
      message: expect.stringContaining(`127.0.0.1:${port} ${words}`),
    });
  });

  it.each([
    ['a line without an end', 'x'.repeat(65_536)],
    ['lines without an end', '250-more\r\n'.repeat(6_000)],
  ])('is given up when it sends %s', async (_what, piece) => {
    let sent = 0;
    const port = await serving((socket) => {
      socket.write('220 here\r\n');
      socket.once('data', () => {
        const more = (): void => {
          if (socket.destroyed) return;
          sent += piece.length;
          if (socket.write(piece)) setImmediate(more);
          else socket.once('drain', more);
        };
        more();
      });
    });
    expect(await checkMailLogin(parseSmtpUrl(`smtp://127.0.0.1:${port}`))).toMatchObject({
      type: 'failed',
      message: `127.0.0.1:${port} sent a reply that did not end`,
    });
    expect(sent).toBeLessThan(50_000_000);
  });
});

async function serving(answer: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    answer(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
