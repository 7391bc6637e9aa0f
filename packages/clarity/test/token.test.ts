import { describe, expect, it } from 'vitest';
import { readToken, tokenFingerprint } from '../src/index.ts';

function aToken(payload: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.c2lnbmF0dXJl`;
}

describe('a token', () => {
  it('says who made it, what for, and until when', () => {
    const token = aToken({
      iss: 'clarity',
      aud: 'clarity.data-exporter',
      scope: 'Data.Export',
      sub: '1234567890123456',
      iat: 1_760_000_000,
      exp: 1_800_000_000,
    });
    expect(readToken(` ${token}\n`)).toEqual({
      issuer: 'clarity',
      audience: 'clarity.data-exporter',
      scope: 'Data.Export',
      issuedAt: new Date('2025-10-09T08:53:20Z'),
      expiresAt: new Date('2027-01-15T08:00:00Z'),
    });
  });

  it('may leave out or misspell what it says', () => {
    expect(readToken(aToken({ exp: 'never', iss: 7, iat: 1e300 }))).toEqual({
      issuer: null,
      audience: null,
      scope: null,
      issuedAt: null,
      expiresAt: null,
    });
  });

  it.each([
    '',
    'secret',
    'a.b',
    'a.b.c',
    'a.b.c.d',
    `x.${Buffer.from('[1]').toString('base64url')}.y`,
  ])('is none when it is %j', (text) => {
    expect(readToken(text)).toBeNull();
  });

  it('is told from another one by a fingerprint that does not give it away', () => {
    expect(tokenFingerprint(' a ')).toBe(tokenFingerprint('a'));
    expect(tokenFingerprint('a')).not.toBe(tokenFingerprint('b'));
    expect(tokenFingerprint('a')).toMatch(/^[0-9a-f]{16}$/);
  });
});
