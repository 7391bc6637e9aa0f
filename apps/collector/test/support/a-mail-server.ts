import { aMailServer } from '@clarity-keep/testing';
import type { ReceivedMail } from '@clarity-keep/testing';

/** A mail server that lets `me` in with the password `right`. */
export async function aStrictMailServer(): Promise<{
  urlOf: (password: string) => string;
  mails: readonly ReceivedMail[];
}> {
  const { port, mails } = await aMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === 'me' && password === 'right') done(null, { user: 'me' });
      else done(new Error(`${password} is wrong`));
    },
  });
  return { mails, urlOf: (password) => `smtp://me:${password}@127.0.0.1:${port}` };
}
