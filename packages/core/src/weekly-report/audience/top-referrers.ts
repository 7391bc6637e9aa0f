import type { WindowSums } from '../../facts/window-sums.ts';
import { pageLabel } from '../../display/names/page-names.ts';
import type { WeeklyReport } from '../report-model.ts';

const TOP = 10;
const MIN_SESSIONS = 6;

/** Referrers by bounce rate where bounces are known, otherwise by sessions. Visits without a referrer are left out. */
export function topReferrers(
  referrers: readonly { referrer: string; sums: WindowSums }[],
): Omit<NonNullable<WeeklyReport['referrers']>, 'coverage'> {
  const named = referrers.filter(({ referrer, sums }) => referrer !== '' && sums.sessions > 0);
  const enough = named.filter(({ sums }) => sums.sessions >= MIN_SESSIONS);
  const rows = enough
    .map(({ referrer, sums }) => ({
      referrer,
      label: pageLabel(referrer, null),
      sessions: sums.sessions,
      bounced: sums.bouncedSessions,
      bounceRate:
        sums.bouncedSessions === null || sums.bounceKnownSessions === 0
          ? null
          : sums.bouncedSessions / sums.bounceKnownSessions,
    }))
    .toSorted(
      (a, b) =>
        (b.bounceRate ?? -1) - (a.bounceRate ?? -1) ||
        b.sessions - a.sessions ||
        (a.referrer < b.referrer ? -1 : 1),
    );
  return {
    bouncesKnown: rows.some(({ bounceRate }) => bounceRate !== null),
    rows: rows.slice(0, TOP),
    setApart: named.length - enough.length,
    minSessions: MIN_SESSIONS,
  };
}
