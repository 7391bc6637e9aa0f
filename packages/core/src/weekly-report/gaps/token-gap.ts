import { tokenExpiry } from '../../token/token-expiry.ts';
import { dayOfInstant } from '../../calendar/time-zone.ts';
import { daysInWords } from '../../display/dates.ts';
import type { Gap } from '../report-model.ts';

/** That the API token ends soon or has ended, with what to do; null when neither. */
export function tokenGap(
  expiresAt: Date | null,
  { now, timeZone }: { now: Date; timeZone: string },
): Gap | null {
  const expiry = tokenExpiry(expiresAt, now);
  if (expiresAt === null || expiry === 'far') return null;
  const day = daysInWords([dayOfInstant(expiresAt, timeZone)]);
  const remedy = 'Let a project admin make a new one in Clarity, Settings, Data Export';
  return {
    kind: 'token',
    sentence:
      expiry === 'expired'
        ? `The API token expired on ${day}, and nothing is collected without one. ${remedy}.`
        : `The API token expires on ${day}. ${remedy}, before collections stop.`,
  };
}
