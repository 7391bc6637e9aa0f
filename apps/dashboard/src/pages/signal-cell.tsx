import type { Signal } from '@clarity-keep/core';
import { integer, rate, signalHead } from '@clarity-keep/core';
import type { SignalCount } from '../asking/answers.ts';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
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
    <td role="cell" className={styles.figure} data-head={signalHead(signal)}>
      {shows === 'rate' ? (
        <Known value={count.rate} as={rate} />
      ) : (
        <Known value={count.events} as={integer} />
      )}
      <Bar share={worstRate === 0 ? 0 : (count.rate ?? 0) / worstRate} tone="heat" />
    </td>
  );
}
