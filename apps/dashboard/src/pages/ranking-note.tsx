import type { Ranking } from '@clarity-keep/core';
import { impactMeaning, signalRatesMeaning } from '@clarity-keep/core';

const orders: Record<Ranking, string> = {
  impact: impactMeaning,
  rate: 'Rate: affected sessions per session, weighted by signal.',
  signals: 'Rage + dead clicks: the number of such clicks, so busy pages come first.',
};

/** What the order and the columns mean. */
export function RankingNote({ rank }: { rank: Ranking }) {
  const columns = rank === 'signals' ? 'Signals: how often each occurred.' : signalRatesMeaning;
  return (
    <p className="fine">
      {orders[rank]} {columns} Pages don't add up to the site: one session sees several.
    </p>
  );
}
