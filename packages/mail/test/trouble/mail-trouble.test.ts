import { describe, expect, it } from 'vitest';
import { mayLogIn, parseSmtpUrl } from '../../src/smtp/smtp-settings.ts';
import { mailTrouble } from '../../src/trouble/mail-trouble.ts';

/** Words of OpenSSL, Node and the system. */
const FOREIGN = /SSL|wrong version|routines|ECONN|ENOTFOUND|getaddrinfo|altnames|Error|connect E/;

describe('mailTrouble', () => {
  const settings = { host: 'mail.example.com', port: 465, secure: true };
  it.each([
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', message: 'connect ECONNREFUSED' }, 'refused'],
    [{ code: 'EDNS', message: 'getaddrinfo ENOTFOUND mail.example.com' }, 'host'],
    [{ code: 'ETIMEDOUT', message: 'Greeting never received' }, 'silent'],
    [
      { code: 'ESOCKET', message: '00F7:error:0A00010B:SSL routines::wrong version number' },
      'encryption',
    ],
    [{ code: 'ETLS', message: 'Error initiating TLS - certificate has expired' }, 'certificate'],
    [{ code: 'EAUTH', response: '535 me / s3cret', message: 'Invalid login' }, 'login'],
    [{ code: 'EAUTH', response: '454 s3cret', message: 'Invalid login' }, 'other'],
    [{ code: 'ESOCKET', originalCode: 'ECONNRESET', message: 'read ECONNRESET s3cret' }, 'other'],
  ])('%j is %s, with host and port, what to do, and no secret', (fields, why) => {
    const trouble = mailTrouble(Object.assign(new Error(fields.message), fields), settings, [
      's3cret',
    ]);
    expect(trouble).toMatchObject({
      why,
      message: expect.stringMatching(/^mail\.example\.com:465 \w/),
    });
    expect(trouble.message).not.toMatch(FOREIGN);
    expect(JSON.stringify(trouble)).not.toContain('s3cret');
    expect(trouble.remedy).toMatch(/\.$/);
  });
});

describe('a login over an open line', () => {
  it.each([
    ['smtp://me:x@mail.example.com', false],
    ['smtp://me:x@mail.example.com?requireTLS=true', false],
    ['smtp://me:x@mail.example.com?requireTLS=false', true],
    ['smtp://me:x@192.168.1.2', false],
    ['smtp://me:x@localhost.example.com', false],
    ['smtp://me:x@127.0.0.1.example.com', false],
    ['smtp://me:x@127.0.0.1', true],
    ['smtp://me:x@[::1]:25', true],
    ['smtp://me:x@localhost', true],
  ])('%s: %s', (url, isAllowed) => {
    expect(mayLogIn(parseSmtpUrl(url), false)).toBe(isAllowed);
    expect(mayLogIn(parseSmtpUrl(url), true)).toBe(true);
  });

  it.each(['requireTLS=no', 'requireTLS=False', 'requireTLS', 'requireTLS=true&requireTLS=false'])(
    'is not allowed by ?%s, which is refused',
    (query) => {
      expect(() => parseSmtpUrl(`smtp://me:x@mail.example.com?${query}`)).toThrow(
        'SMTP_URL: requireTLS must be true or false, and given once.',
      );
    },
  );
});
