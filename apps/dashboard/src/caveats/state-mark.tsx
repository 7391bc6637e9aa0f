import type { DayState } from '@clarity-keep/core';
import styles from './state-mark.module.css';

/** A day's state as a shape, so that it can be told without its colour; the word stands beside it. */
export function StateMark({ state }: { state: DayState }) {
  return (
    <svg viewBox="0 0 12 12" className={styles[state]} aria-hidden="true">
      {state === 'complete' && <rect x="0.5" y="0.5" width="11" height="11" rx="2" />}
      {state === 'estimated' && (
        <>
          <rect x="1" y="1" width="10" height="10" rx="2" className={styles.frame} />
          <path d="M1.5 6.5 6.5 1.5M1.5 10.5l9-9M5.5 10.5l5-5" className={styles.stroke} />
        </>
      )}
      {state === 'truncated' && (
        <>
          <rect x="1" y="1" width="10" height="10" rx="2" className={styles.frame} />
          <path d="M1 6h10v3a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z" />
        </>
      )}
      {state === 'missing' && (
        <>
          <rect x="1" y="1" width="10" height="10" rx="2" className={styles.frame} />
          <path d="M4 4l4 4M8 4 4 8" className={styles.stroke} />
        </>
      )}
    </svg>
  );
}
