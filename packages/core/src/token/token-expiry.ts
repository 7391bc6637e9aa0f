/** A new token needs an admin of the project, who may be away for a while. */
const EXPIRING_DAYS = 14;

const DAY_MS = 86_400_000;

/** Whether a token has expired, or will in the next two weeks. One that names no end never does. */
export function tokenExpiry(
  expiresAt: Date | null,
  now: Date,
): 'far' | 'expired' | { days: number } {
  if (expiresAt === null) return 'far';
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return 'expired';
  return left <= EXPIRING_DAYS * DAY_MS ? { days: Math.floor(left / DAY_MS) } : 'far';
}
