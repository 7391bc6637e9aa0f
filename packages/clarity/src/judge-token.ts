import { tokenExpiry } from '@clarity-keep/core';
import type { TokenClaims } from './token.ts';

/** What can be told of a token without asking Clarity. */
export type TokenJudgement =
  /** It says nothing about itself. */
  | { type: 'opaque'; expiresAt: null }
  | { type: 'expired'; expiresAt: Date }
  /** It does not say that it is for the Data Export API, or names the audience that it is for. */
  | { type: 'foreign'; audience: string | null; expiresAt: Date | null }
  /** `days` are whole ones. */
  | { type: 'expiring'; expiresAt: Date; days: number }
  /** Null names no end. */
  | { type: 'valid'; expiresAt: Date | null };

const AUDIENCE = 'clarity.data-exporter';
const SCOPE = 'Data.Export';

/** Judges a token by what it says about itself; null is no JSON Web Token. */
export function judgeToken(claims: TokenClaims | null, now: Date): TokenJudgement {
  if (claims === null) return { type: 'opaque', expiresAt: null };
  const { audience, scope, expiresAt } = claims;
  const expiry = tokenExpiry(expiresAt, now);
  if (expiresAt !== null && expiry === 'expired') return { type: 'expired', expiresAt };
  if (audience !== AUDIENCE || scope?.split(' ').includes(SCOPE) !== true) {
    return { type: 'foreign', audience: audience === AUDIENCE ? null : audience, expiresAt };
  }
  if (expiresAt !== null && typeof expiry === 'object') {
    return { type: 'expiring', expiresAt, days: expiry.days };
  }
  return { type: 'valid', expiresAt };
}
