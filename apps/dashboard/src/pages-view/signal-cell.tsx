import type { Signal } from '@clarity-keep/core';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
import { signalHeads } from '../format/names.ts';
import { countText, rateText } from '../format/numbers.ts';
import type { SignalCount } from '../trend/daily-row.ts';
import styles from './pages-table.module.css';

/** What one signal has to do with a page; the bar is its rate, on one scale for the whole table. */
export function SignalCell({
  signal,
  count,
  shows,
  worstRate,
}: {
  signal: Signal;
  count: SignalCount;
  shows: 'rate' | 'events';
  worstRate: number;
}) {
  return (
    <td role="cell" className={styles.figure} data-head={signalHeads[signal].short}>
      {shows === 'rate' ? (
        <Known value={count.rate} as={rateText} />
      ) : (
        <Known value={count.events} as={countText} />
      )}
      <Bar share={worstRate === 0 ? 0 : (count.rate ?? 0) / worstRate} tone="heat" />
    </td>
  );
}
