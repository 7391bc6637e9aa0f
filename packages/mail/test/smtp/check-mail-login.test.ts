import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { expect, it, onTestFinished } from 'vitest';
import { checkMailLogin, parseSmtpUrl } from '../../src/index.ts';
import { aMailServer } from '@clarity-keep/testing';
import { CERTIFICATE, KEY } from '../support/self-signed.ts';

const encrypted = { key: KEY, cert: CERTIFICATE, disabledCommands: [] };

const loginOfMe: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, done) => {
    if (username === 'me' && password === 'right') done(null, { user: 'me' });
    else done(new Error(`${password} is not the password of ${username}`));
  },
};

const withLogin = (url: string, password: string) =>
  parseSmtpUrl(url.replace('smtp://', `smtp://me:${password}@`));

it('logs in over an encrypted connection, and sends nothing', async () => {
  const { url, mails } = await aMailServer({ ...encrypted, ...loginOfMe });
  expect(await checkMailLogin(withLogin(url, 'right'))).toEqual({
    type: 'ok',
    isEncrypted: true,
    isLoggedIn: true,
  });
  expect(mails).toEqual([]);
});

it('says when nothing is encrypted and nobody was logged in', async () => {
  const { url } = await aMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] });
  const nobody = { type: 'ok', isEncrypted: false, isLoggedIn: false };
  expect(await checkMailLogin(parseSmtpUrl(url))).toEqual(nobody);
  expect(await checkMailLogin(withLogin(url, 'right'))).toEqual(nobody);
});

it('tells a wrong password without telling it', async () => {
  const { url } = await aMailServer({ ...encrypted, ...loginOfMe });
  const login = await checkMailLogin(withLogin(url, 'wr0ng-secret'));
  expect(login).toMatchObject({ type: 'failed', why: 'login' });
  expect(JSON.stringify(login)).not.toContain('wr0ng-secret');
});

it.each(['smtp', 'smtps'])(
  'tells a certificate that nobody has signed, over %s',
  async (scheme) => {
    const { port } = await aMailServer({ ...encrypted, secure: scheme === 'smtps' });
    const settings = parseSmtpUrl(`${scheme}://127.0.0.1:${port}`);
    expect(await checkMailLogin({ ...settings, rejectUnauthorized: true })).toMatchObject({
      type: 'failed',
      why: 'certificate',
    });
  },
);

it('tells that the server cannot encrypt', async () => {
  const { url, port } = await aMailServer();
  const failed = { type: 'failed', why: 'encryption' };
  expect(await checkMailLogin({ ...parseSmtpUrl(url), requireTLS: true })).toMatchObject(failed);
  expect(await checkMailLogin(parseSmtpUrl(`smtps://127.0.0.1:${port}`))).toMatchObject(failed);
});

it('tells that nobody listens there', async () => {
  const { port } = await aServerThat(() => undefined, { isGone: true });
  expect(await checkMailLogin(parseSmtpUrl(`smtp://127.0.0.1:${port}`))).toMatchObject({
    type: 'failed',
    why: 'refused',
  });
});

it('tells that there is no such host', async () => {
  // Too long for a name, so that nobody is asked for it.
  const host = `${'a'.repeat(64)}.example`;
  expect(await checkMailLogin(parseSmtpUrl(`smtp://${host}`))).toMatchObject({
    type: 'failed',
    why: 'host',
  });
});

it('takes a server that hangs up for neither', async () => {
  const { port } = await aServerThat((socket) => socket.destroy());
  expect(await checkMailLogin(parseSmtpUrl(`smtp://127.0.0.1:${port}`))).toMatchObject({
    type: 'failed',
    why: 'other',
  });
});

async function aServerThat(
  answers: (socket: { destroy: () => void }) => void,
  { isGone = false } = {},
): Promise<{ port: number }> {
  const server = createServer(answers);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  if (isGone) await close();
  else onTestFinished(close);
  return { port };
}
