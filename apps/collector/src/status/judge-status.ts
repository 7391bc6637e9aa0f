import type { TokenClaims } from '@clarity-keep/clarity';
import { judgeToken } from '@clarity-keep/clarity';
import type { Reconciliation } from '@clarity-keep/db';
import type { Gap, ProjectStatus, TokenStatus } from './project-status.ts';

const HOUR_MS = 3_600_000;

/** Whether the newest answer is older than a daily job allows, or there is none. */
export function isStale(
  lastAnswerAt: Date | null,
  { now, maxAgeHours }: { now: Date; maxAgeHours: number },
): boolean {
  return lastAnswerAt === null || now.getTime() - lastAnswerAt.getTime() > maxAgeHours * HOUR_MS;
}

/** What there is to say of a token without asking Clarity. */
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

/** Smaller ones are the drift between two calls. */
const NOTABLE_SHARE = 0.01;

/** Counts that differ by a hundredth or more, and differences that cannot be, over all their days. */
export function notableGaps(reconciliations: readonly Reconciliation[]): Gap[] {
  const groups = Map.groupBy(
    reconciliations.filter((row) => Math.abs(shareOf(row)) >= NOTABLE_SHARE),
    ({ breakdown, kind }) => `${kind} ${breakdown}`,
  );
  return [...groups.values()].flatMap((rows): Gap[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const expected = rows.reduce((sum, row) => sum + row.expected, 0);
    const found = rows.reduce((sum, row) => sum + row.found, 0);
    return [
      {
        breakdown: first.breakdown,
        kind: first.kind,
        days: rows.map(({ day }) => day),
        expected,
        found,
        share: shareOf({ expected, found }),
      },
    ];
  });
}

function shareOf({ expected, found }: { expected: number; found: number }): number {
  if (expected === 0) return found === 0 ? 0 : 1;
  return (found - expected) / expected;
}

/** Whether a monitor should raise an alarm. */
export function needsAttention({
  isStale: stale,
  healableDays,
}: Pick<ProjectStatus, 'isStale' | 'healableDays'>): boolean {
  return stale || healableDays.length > 0;
}
