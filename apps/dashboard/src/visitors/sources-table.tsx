import { integer, nameText, rate, shortenMiddle } from '@clarity-keep/core';
import type { SourceRow } from '../asking/answers.ts';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
import styles from './visitors.module.css';

const LONGEST_NAME = 60;

/** Sources with the share of their sessions that turned back at once. */
export function SourcesTable({ rows }: { rows: readonly SourceRow[] }) {
  const worst = Math.max(0, ...rows.map(({ quickbackRate }) => quickbackRate ?? 0));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Medium</th>
          <th scope="col" className="number">
            Sessions
          </th>
          <th scope="col" className="number">
            Quick back rate
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ source, medium, sessions, quickbackRate }) => (
          <tr key={JSON.stringify([source, medium])}>
            <th scope="row" className={styles.name}>
              {sourceName(source)}
            </th>
            <td className={styles.medium}>{sourceName(medium)}</td>
            <td className="number">{integer(sessions)}</td>
            <td className={`number ${styles.wide}`}>
              <Known value={quickbackRate} as={rate} />
              <Bar share={worst === 0 ? 0 : (quickbackRate ?? 0) / worst} tone="heat" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Empty where the visit carries none. */
function sourceName(text: string): string {
  return nameText(shortenMiddle(text, LONGEST_NAME));
}
