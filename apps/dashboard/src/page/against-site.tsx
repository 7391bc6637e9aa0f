import type { Signal } from '@clarity-keep/core';
import { integer, rate, signals, signalTitle } from '@clarity-keep/core';
import type { SignalCount } from '../asking/answers.ts';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
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
  const partOf = (share: number | null) => (worst === 0 ? 0 : (share ?? 0) / worst);
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
            <th scope="row">{signalTitle(signal)}</th>
            <td className="number">
              <Known value={counts[signal].events} as={integer} />
            </td>
            <td className="number">
              <Known value={counts[signal].affected} as={integer} />
            </td>
            <td className="number">
              <Known value={counts[signal].rate} as={rate} />
              <Bar share={partOf(counts[signal].rate)} tone="heat" />
            </td>
            <td className="number">
              <Known value={site[signal]} as={rate} />
              <Bar share={partOf(site[signal])} tone="accent" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
