import { tokenExpiry } from '@clarity-keep/core';
import type { TokenClaims } from './token.ts';

/** What a token says about itself, without asking Clarity. */
export type TokenJudgement =
  /** It is not a JSON Web Token, so it says nothing. */
  | { type: 'opaque'; expiresAt: null }
  | { type: 'expired'; expiresAt: Date }
  /** It is not for the Data Export API; `audience` is what it is for, if it says so. */
  | { type: 'foreign'; audience: string | null; expiresAt: Date | null }
  /** `days` are whole days left. */
  | { type: 'expiring'; expiresAt: Date; days: number }
  /** Null means no expiry date. */
  | { type: 'valid'; expiresAt: Date | null };

const AUDIENCE = 'clarity.data-exporter';
const SCOPE = 'Data.Export';

/** Judges a token by what it says about itself; null if it is not a JSON Web Token. */
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
