import type { Ranking } from '@clarity-keep/core';
import { impactText, integer, signalHead, signals, signalTitle } from '@clarity-keep/core';
import type { PageRow } from '../asking/answers.ts';
import { Known } from '../design/unknown.tsx';
import { Bar } from '../design/bar.tsx';
import { PageName } from './page-name.tsx';
import { SignalCell } from './signal-cell.tsx';
import styles from './pages-table.module.css';

/**
 * Pages with their signals. On a phone each row becomes a block, which takes a table's meaning from it in
 * browsers: so the roles are said.
 */
export function PagesTable({
  label,
  rows,
  rank,
  siteHost,
}: {
  label: string;
  rows: readonly PageRow[];
  rank: Ranking;
  /** Left out of the names of its pages. */
  siteHost: string | null;
}) {
  const mostImpact = Math.max(0, ...rows.map(({ impact }) => impact ?? 0));
  const worstRate = Math.max(
    0,
    ...rows.flatMap((row) => signals.map((signal) => row.signals[signal].rate ?? 0)),
  );
  const isRanked = rows.some((row) => row.rank !== null);
  return (
    <table className={styles.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {isRanked && (
            <th role="columnheader" scope="col" className="number">
              #
            </th>
          )}
          <th role="columnheader" scope="col">
            {siteHost === null ? 'Page' : `Page on ${siteHost}`}
          </th>
          <th role="columnheader" scope="col" className="number">
            Sessions
          </th>
          <th role="columnheader" scope="col" className="number">
            Impact
          </th>
          {signals.map((signal) => (
            <th key={signal} role="columnheader" scope="col" className="number">
              <abbr title={signalTitle(signal)}>{signalHead(signal)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.page} role="row">
            {isRanked && (
              <td role="cell" className={styles.rank}>
                {row.rank}
              </td>
            )}
            <th role="rowheader" scope="row" className={styles.page}>
              <PageName page={row.page} siteHost={siteHost} />
            </th>
            <td role="cell" className={styles.figure} data-head="Sessions">
              {integer(row.sessions)}
            </td>
            <td role="cell" className={styles.figure} data-head="Impact">
              <Known value={row.impact} as={impactText} />
              <Bar share={mostImpact === 0 ? 0 : (row.impact ?? 0) / mostImpact} tone="accent" />
            </td>
            {signals.map((signal) => (
              <SignalCell
                key={signal}
                signal={signal}
                count={row.signals[signal]}
                shows={rank === 'signals' ? 'events' : 'rate'}
                worstRate={worstRate}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
