import { readToken } from '@clarity-keep/clarity';
import { dayOfInstant } from '@clarity-keep/core';

/** What can be told of a token offline. */
export interface TokenVerdict {
  /** Why it cannot be used. */
  problem: string | null;
  /** Why it may be none of Clarity's. Proxies and the simulator have others. */
  doubt: string | null;
  /** What to know of a token that can be used. */
  warning: string | null;
  expiresAt: Date | null;
}

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

const HOW_TO_MAKE_ONE =
  'A project admin makes a new one in Clarity under Settings > Data Export > Generate new API token.';

/** Judges a trimmed token by what it says about itself. No text of it is repeated. */
export function judgeToken(token: string, now: Date): TokenVerdict {
  const fine: TokenVerdict = { problem: null, doubt: null, warning: null, expiresAt: null };
  const claims = readToken(token);
  if (claims === null) {
    return { ...fine, doubt: 'This is no JSON Web Token, as the tokens of Clarity are.' };
  }
  const { expiresAt } = claims;
  if (expiresAt !== null && expiresAt <= now) {
    const problem = `This token expired ${expiry(expiresAt)}. ${HOW_TO_MAKE_ONE}`;
    return { ...fine, problem, expiresAt };
  }
  const isForExport =
    claims.audience === 'clarity.data-exporter' && claims.scope?.split(' ').includes('Data.Export');
  return {
    ...fine,
    expiresAt,
    doubt: isForExport === true ? null : "This token does not say that it is for Clarity's export.",
    warning:
      expiresAt !== null && expiresAt.getTime() - now.getTime() < SOON_DAYS * DAY_MS
        ? `This token expires ${expiry(expiresAt)}. ${HOW_TO_MAKE_ONE}`
        : null,
  };
}

function expiry(expiresAt: Date): string {
  return `on ${dayOfInstant(expiresAt, 'UTC')}`;
}
