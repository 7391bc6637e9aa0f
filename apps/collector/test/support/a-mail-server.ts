import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A real SMTP server on loopback that lets `me` in with the password `right`, and counts mails. */
export async function aMailServer(): Promise<{
  urlOf: (password: string) => string;
  mails: number;
}> {
  const counted = { mails: 0 };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === 'me' && password === 'right') done(null, { user: 'me' });
      else done(new Error(`${password} is wrong`));
    },
    onData(stream, _session, done) {
      counted.mails += 1;
      stream.resume().on('end', () => done());
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(counted, {
    urlOf: (password: string) => `smtp://me:${password}@127.0.0.1:${port}`,
  });
}
