import { dayStateMeaning, dayStateName, shownDayStates } from '@clarity-keep/core';
import { StateMark } from './state-mark.tsx';
import styles from './state-legend.module.css';

/** What the marks of days mean. */
export function StateLegend() {
  return (
    <ul className={styles.legend} aria-label="What the marks mean">
      {shownDayStates.map((state) => (
        <li key={state}>
          <StateMark state={state} />
          <span>
            <b>{dayStateName(state)}</b>: {dayStateMeaning(state)}
          </span>
        </li>
      ))}
    </ul>
  );
}
