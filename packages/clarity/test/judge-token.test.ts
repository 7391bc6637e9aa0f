import { describe, expect, it } from 'vitest';
import type { TokenClaims } from '../src/index.ts';
import { judgeToken } from '../src/index.ts';

const now = new Date('2026-11-20T05:00:00Z');
const far = new Date('2027-11-20T05:00:00Z');
const soon = new Date('2026-11-30T04:00:00Z');

function someClaims(claims: Partial<TokenClaims> = {}): TokenClaims {
  return {
    issuer: 'clarity',
    audience: 'clarity.data-exporter',
    scope: 'Data.Export',
    issuedAt: null,
    expiresAt: far,
    ...claims,
  };
}

describe('a token', () => {
  it('of Clarity is valid until its end, if it has one', () => {
    expect(judgeToken(someClaims(), now)).toEqual({ type: 'valid', expiresAt: far });
    expect(judgeToken(someClaims({ expiresAt: null }), now)).toEqual({
      type: 'valid',
      expiresAt: null,
    });
  });

  it('may have more scopes than this one', () => {
    expect(judgeToken(someClaims({ scope: 'openid Data.Export' }), now).type).toBe('valid');
  });

  it('that ends in the next two weeks is expiring, and then expired', () => {
    expect(judgeToken(someClaims({ expiresAt: soon }), now)).toEqual({
      type: 'expiring',
      expiresAt: soon,
      days: 9,
    });
    expect(judgeToken(someClaims({ expiresAt: now }), now)).toEqual({
      type: 'expired',
      expiresAt: now,
    });
  });

  it.each([
    [{ audience: 'clarity.mcp' }, 'clarity.mcp'],
    [{ audience: null }, null],
    [{ scope: 'Data.Import' }, null],
    [{ scope: null }, null],
    [{ audience: null, scope: null }, null],
    [{ audience: 'clarity.mcp', expiresAt: soon }, 'clarity.mcp'],
  ])('that says %j is for something else', (claims, audience) => {
    const { expiresAt } = someClaims(claims);
    expect(judgeToken(someClaims(claims), now)).toEqual({ type: 'foreign', audience, expiresAt });
  });

  it('that has expired is of no use to anybody, whatever it is for', () => {
    const claims = someClaims({ audience: 'clarity.mcp', expiresAt: now });
    expect(judgeToken(claims, now).type).toBe('expired');
  });

  it('that is no JSON Web Token says nothing', () => {
    expect(judgeToken(null, now)).toEqual({ type: 'opaque', expiresAt: null });
  });
});
