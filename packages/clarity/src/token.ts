import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What a token of the Data Export API says about itself. Nothing is verified: Clarity does that. */
export interface TokenClaims {
  issuer: string | null;
  audience: string | null;
  scope: string | null;
  issuedAt: Date | null;
  expiresAt: Date | null;
}

/** Seconds since 1970; null beyond what a Date can hold. */
const instant = z
  .number()
  .min(0)
  .max(8.64e12)
  .transform((seconds) => new Date(seconds * 1000))
  .nullable()
  .catch(null);

const text = z.string().nullable().catch(null);

const payloadSchema = z.object({ iss: text, aud: text, scope: text, iat: instant, exp: instant });

/**
 * Reads a token offline; null if it is not a JSON Web Token. Clarity's tokens have the issuer `clarity`, the
 * audience `clarity.data-exporter` and the scope `Data.Export`. Source: microsoft/clarity #1085.
 */
export function readToken(token: string): TokenClaims | null {
  const [header, payload, signature, ...more] = token.trim().split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    return null;
  }
  const claims = payloadSchema.safeParse(parseJson(Buffer.from(payload, 'base64url').toString()));
  if (!claims.success) return null;
  const { iss, aud, scope, iat, exp } = claims.data;
  return { issuer: iss, audience: aud, scope, issuedAt: iat, expiresAt: exp };
}

/** Identifies a token without storing it: a token is far too random to be guessed from its fingerprint. */
export function tokenFingerprint(token: string): string {
  return createHash('sha256').update(token.trim()).digest('hex').slice(0, 16);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
