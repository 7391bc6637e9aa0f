import type { Ranking } from '@clarity-keep/core';

const orders: Record<Ranking, string> = {
  impact:
    "Impact: affected sessions beyond the site's own rate, counted only as far as the data prove it, weighted by signal.",
  rate: 'Rate: affected sessions per session, weighted by signal.',
  signals: 'Rage + dead clicks: how many such clicks there were. Busy pages come first.',
};

/** What the order and the columns mean. */
export function RankingNote({ rank }: { rank: Ranking }) {
  const columns =
    rank === 'signals'
      ? 'Signals: how often each happened.'
      : 'Signals: sessions with at least one, of all sessions of the page.';
  return (
    <p className="fine">
      {orders[rank]} {columns} Pages do not add up to the site: one visit sees many.
    </p>
  );
}
