import { shortenMiddle } from '@clarity-keep/core';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
import { nameText } from '../format/names.ts';
import { countText, rateText } from '../format/numbers.ts';
import styles from './visitors.module.css';

const LONGEST_NAME = 60;

export interface SourceRow {
  source: string;
  medium: string;
  sessions: number;
  quickbackRate: number | null;
}

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
            Quick-back rate
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
            <td className="number">{countText(sessions)}</td>
            <td className={`number ${styles.wide}`}>
              <Known value={quickbackRate} as={rateText} />
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
  return text === '' ? '(none)' : nameText(shortenMiddle(text, LONGEST_NAME));
}
