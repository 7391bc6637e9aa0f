import { tokenExpiry } from '../../token/token-expiry.ts';
import { dayOfInstant } from '../../calendar/time-zone.ts';
import { daysInWords } from '../../display/dates.ts';
import type { Gap } from '../report-model.ts';

/** Says that the token has expired or soon will, and what to do; null when neither. */
export function tokenGap(
  expiresAt: Date | null,
  { now, timeZone }: { now: Date; timeZone: string },
): Gap | null {
  const expiry = tokenExpiry(expiresAt, now);
  if (expiresAt === null || expiry === 'far') return null;
  const day = daysInWords([dayOfInstant(expiresAt, timeZone)]);
  const remedy = 'Ask a project admin to create a new one in Clarity under Settings, Data Export';
  return {
    kind: 'token',
    sentence:
      expiry === 'expired'
        ? `The Clarity token expired on ${day}, so nothing is being collected. ${remedy}.`
        : `The Clarity token expires on ${day}. ${remedy}, before collection stops.`,
  };
}
