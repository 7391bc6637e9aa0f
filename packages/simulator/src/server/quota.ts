import { type Day, dayOf } from '../site/day.ts';

/** Counts the calls of one project per UTC day. */
export function createQuota(): { take: (now: number, limit: number) => boolean } {
  const used = new Map<Day, number>();
  return {
    /** Takes one call of the day that holds `now`; false when the limit is reached. */
    take: (now, limit) => {
      const day = dayOf(now);
      const count = used.get(day) ?? 0;
      if (count >= limit) return false;
      used.set(day, count + 1);
      return true;
    },
  };
}
