import type { Signal } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
import { signalHeads } from '../format/names.ts';
import { countText, rateText } from '../format/numbers.ts';
import type { SignalCount } from '../trend/daily-row.ts';
import styles from './against-site.module.css';

/** The signals of a page beside those of all pages: two bars on one scale. */
export function AgainstSite({
  signals: counts,
  site,
}: {
  signals: Record<Signal, SignalCount>;
  /** Rates 0..1 of all pages. */
  site: Record<Signal, number | null>;
}) {
  const worst = Math.max(
    0,
    ...signals.flatMap((signal) => [counts[signal].rate ?? 0, site[signal] ?? 0]),
  );
  const shareOf = (rate: number | null) => (worst === 0 ? 0 : (rate ?? 0) / worst);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Signal</th>
          <th scope="col" className="number">
            Events
          </th>
          <th scope="col" className="number">
            Sessions
          </th>
          <th scope="col" className="number">
            This page
          </th>
          <th scope="col" className="number">
            All pages
          </th>
        </tr>
      </thead>
      <tbody>
        {signals.map((signal) => (
          <tr key={signal}>
            <th scope="row">{signalHeads[signal].full}</th>
            <td className="number">
              <Known value={counts[signal].events} as={countText} />
            </td>
            <td className="number">
              <Known value={counts[signal].affected} as={countText} />
            </td>
            <td className="number">
              <Known value={counts[signal].rate} as={rateText} />
              <Bar share={shareOf(counts[signal].rate)} tone="heat" />
            </td>
            <td className="number">
              <Known value={site[signal]} as={rateText} />
              <Bar share={shareOf(site[signal])} tone="accent" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
