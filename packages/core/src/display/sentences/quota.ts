import { minuteUtc } from '../dates.ts';

/** The parts of a quota that are shown; instants may be text, as JSON has them. */
interface ShownQuota {
  nextFreeAt: Date | string | null;
  nextFree: number;
  isRefusing: boolean;
}

/** `9 of 10 calls in the last 24 hours` */
export function callsUsed({ used, limit }: { used: number; limit: number }): string {
  return `${used} of ${limit} calls in the last 24 hours`;
}

/** From when on there are more calls: `3 more are free from 2026-11-29 14:01 UTC`; null when all are free. */
export function nextFreeCalls({ nextFreeAt, nextFree, isRefusing }: ShownQuota): string | null {
  if (nextFreeAt === null) return null;
  const at = minuteUtc(fullMinuteAfter(nextFreeAt));
  if (isRefusing) return `Clarity refuses further calls; the next try is possible from ${at}`;
  return `${nextFree === 1 ? '1 more is' : `${nextFree} more are`} free from ${at}`;
}

/** Whoever tries again in the minute that is shown must not be too early. */
function fullMinuteAfter(instant: Date | string): Date {
  return new Date(Math.ceil(new Date(instant).getTime() / 60_000) * 60_000);
}
