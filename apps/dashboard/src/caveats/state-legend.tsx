import { stateNames, statesShown } from './frame.ts';
import { StateMark } from './state-mark.tsx';
import styles from './state-legend.module.css';

/** What the marks of days mean. */
export function StateLegend() {
  return (
    <ul className={styles.legend} aria-label="What the marks mean">
      {statesShown.map((state) => (
        <li key={state}>
          <StateMark state={state} />
          <span>
            <b>{stateNames[state].name}</b>, {stateNames[state].meaning}
          </span>
        </li>
      ))}
    </ul>
  );
}
