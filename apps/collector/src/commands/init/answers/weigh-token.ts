import type { TokenJudgement } from '@clarity-keep/clarity';
import { judgeToken, readToken } from '@clarity-keep/clarity';
import { NEW_TOKEN, tokenWords } from '../../../token/token-words.ts';

/** Whether a token can be used. */
export interface WeighedToken {
  /** Why it cannot be used. */
  problem: string | null;
  /** Why it may not be one of Clarity's. Proxies and the simulator have others. */
  doubt: string | null;
  /** A note about a token that can be used. */
  warning: string | null;
  expiresAt: Date | null;
}

/** Weighs a trimmed token by what it says about itself. */
export function weighToken(token: string, now: Date): WeighedToken {
  const judgement = judgeToken(readToken(token), now);
  const { expiresAt } = judgement;
  return { problem: null, doubt: null, warning: null, expiresAt, ...objectionTo(judgement) };
}

function objectionTo(judgement: TokenJudgement): Partial<WeighedToken> {
  const words = tokenWords('This token', judgement);
  switch (judgement.type) {
    case 'expired':
      return { problem: `${words} ${NEW_TOKEN}.` };
    case 'opaque':
    case 'foreign':
      return { doubt: words };
    case 'expiring':
      return { warning: `${words} ${NEW_TOKEN}.` };
    case 'valid':
      return {};
  }
}
