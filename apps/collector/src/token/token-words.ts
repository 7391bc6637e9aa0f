import type { TokenJudgement } from '@clarity-keep/clarity';
import { counted, dayOfInstant, displayText } from '@clarity-keep/core';

/** Where to get a token; the start of a sentence. */
export const NEW_TOKEN =
  'A project admin makes a new one in Clarity under Settings > Data Export > Generate new API token';

/** What to tell about a token. Of its contents only the audience is repeated. */
export function tokenWords(name: string, judgement: TokenJudgement): string {
  switch (judgement.type) {
    case 'opaque':
      return `${name} is not a JSON Web Token; Clarity's tokens are.`;
    case 'expired':
      return `${name} expired on ${dayOf(judgement.expiresAt)}.`;
    case 'foreign':
      return judgement.audience === null
        ? `${name} does not say that it is for Clarity's Data Export.`
        : `${name} is for ${displayText(judgement.audience)}, not for Clarity's Data Export.`;
    case 'expiring':
      return `${name} expires on ${dayOf(judgement.expiresAt)}, ${inDays(judgement.days)}.`;
    case 'valid':
      return judgement.expiresAt === null
        ? `${name} is for Clarity's Data Export; no expiry date.`
        : `${name} is for Clarity's Data Export, valid until ${dayOf(judgement.expiresAt)}.`;
  }
}

function inDays(days: number): string {
  if (days === 0) return 'in less than a day';
  return `in ${counted(days, 'day')}`;
}

function dayOf(instant: Date): string {
  return dayOfInstant(instant, 'UTC');
}
