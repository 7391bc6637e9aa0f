import { describe, expect, it } from 'vitest';
import { parseSmtpUrl } from '../../src/index.ts';
import { mayLogIn } from '../../src/smtp/smtp-settings.ts';

describe('SMTP_URL', () => {
  it('has the ports of the two ways to encrypt, unless it names one', () => {
    expect(parseSmtpUrl('smtp://mail.example')).toMatchObject({ port: 587, secure: false });
    expect(parseSmtpUrl('smtps://mail.example')).toMatchObject({ port: 465, secure: true });
    expect(parseSmtpUrl('smtp://mail.example:25')).toMatchObject({ port: 25, secure: false });
  });

  it('may have a password of any characters, written as in a URL', () => {
    const { auth } = parseSmtpUrl('smtp://ann%40shop.example:%25%3A%2F%F0%9F%98%80@mail.example');
    expect(auth).toEqual({ user: 'ann@shop.example', pass: '%:/😀' });
  });

  it('sends no login where it has none', () => {
    expect(parseSmtpUrl('smtp://mail.example')).toMatchObject({ auth: null, requireTLS: false });
  });

  it.each([
    ['smtp://a:b@mail.example', { requireTLS: true, rejectUnauthorized: true }],
    ['smtp://a:b@mail.example?requireTLS=false', { requireTLS: false, rejectUnauthorized: true }],
    [
      'smtp://a:b@mail.example?rejectUnauthorized=false',
      { requireTLS: true, rejectUnauthorized: false },
    ],
    ['smtp://a:b@localhost', { requireTLS: false, rejectUnauthorized: false }],
    ['smtp://a:b@127.0.0.1:2525', { requireTLS: false, rejectUnauthorized: false }],
    ['smtp://a:b@[::1]', { host: '::1', requireTLS: false, rejectUnauthorized: false }],
    // Named like this machine, and another one.
    ['smtp://a:b@localhost.example', { requireTLS: true, rejectUnauthorized: true }],
    ['smtp://a:b@127.0.0.1.example', { requireTLS: true, rejectUnauthorized: true }],
  ])('protects the login as far as the server is away: %s', (url, settings) => {
    expect(parseSmtpUrl(url)).toMatchObject(settings);
  });

  it('lets the login go unencrypted only where that was allowed', () => {
    expect(mayLogIn({ requireTLS: true }, false)).toBe(false);
    expect(mayLogIn({ requireTLS: true }, true)).toBe(true);
    expect(mayLogIn({ requireTLS: false }, false)).toBe(true);
  });

  it.each([
    ['mail.example', 'must start with smtp://'],
    ['https://ann:s3cret@mail.example', 'must start with smtp://'],
    ['smtp://', 'name a host'],
    ['smtp://ann:s3cret@mail.example?requireTls=false', 'unknown parameter'],
    ['smtp://ann:s3cret@mail.example?requireTLS=0', 'requireTLS must be true or false'],
    [
      'smtp://ann:s3cret@mail.example?requireTLS=true&requireTLS=false',
      'requireTLS must be true or false, and given once',
    ],
    ['smtp://ann:s3cret%@mail.example', '%25'],
  ])('is refused without its password: %s', (url, problem) => {
    expect(() => parseSmtpUrl(url)).toThrow(
      expect.objectContaining({
        exitKind: 'configuration',
        message: expect.stringContaining(problem) as unknown,
      }),
    );
    expect(() => parseSmtpUrl(url)).not.toThrow('s3cret');
  });
});
