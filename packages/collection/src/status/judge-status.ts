import type { TokenClaims } from '@clarity-keep/clarity';
import { judgeToken } from '@clarity-keep/clarity';
import type { ProjectStatus, TokenStatus } from './project-status.ts';

const HOUR_MS = 3_600_000;

/** Whether the newest response is older than a daily job allows, or missing. */
export function isStale(
  lastAnswerAt: Date | null,
  { now, maxAgeHours }: { now: Date; maxAgeHours: number },
): boolean {
  return lastAnswerAt === null || now.getTime() - lastAnswerAt.getTime() > maxAgeHours * HOUR_MS;
}

/** What is known of a token without calling Clarity. */
export function tokenStatus({
  token,
  claims,
  isRefused,
  now,
}: {
  token: string | null;
  claims: TokenClaims | null;
  isRefused: boolean;
  now: Date;
}): TokenStatus {
  if (token === null) return { state: 'unset', expiresAt: null };
  const { type, expiresAt } = judgeToken(claims, now);
  return { state: isRefused ? 'refused' : type, expiresAt };
}

/**
 * Whether a monitor should raise an alarm. A gap is no reason while our own calls of the last 24 hours leave none to fill it
 * with; stale data always is, because what keeps it stale may be what spends the calls.
 */
export function needsAttention({
  isStale: stale,
  healableDays,
  quota: { left, reserve, isRefusing },
}: Pick<ProjectStatus, 'isStale' | 'healableDays' | 'quota'>): boolean {
  const canCollect = left > reserve || isRefusing;
  return stale || (canCollect && healableDays.length > 0);
}
