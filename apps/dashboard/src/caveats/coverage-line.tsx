import {
  counted,
  dayAndMonth,
  dayRangeWithYear,
  daysInState,
  dayStretches,
  shownDayStates,
} from '@clarity-keep/core';
import type { Frame } from '../asking/answers.ts';
import { coverageSince } from './frame.ts';
import { StateMark } from './state-mark.tsx';
import styles from './coverage-line.module.css';

/** Which days numbers are of, and what is known of each: the line that goes with every answer. */
export function CoverageLine({ frame, oldestDay }: { frame: Frame; oldestDay: string | null }) {
  const { window } = frame;
  const { coverage, before } = coverageSince(frame, oldestDay);
  return (
    <p className={styles.line}>
      <span className={styles.window}>
        {dayRangeWithYear(window)}, {counted(window.days, 'day')} ({window.timeZone})
      </span>
      {shownDayStates.map((state) => {
        const days = coverage[state];
        if (days.length === 0) return null;
        return (
          <span key={state} className={styles.state}>
            <StateMark state={state} />
            {daysInState(state, days, { days: window.days, stretchesOf: dayStretches })}
          </span>
        );
      })}
      {before > 0 && oldestDay !== null && (
        <span className={styles.state}>
          no data before {dayAndMonth(oldestDay)} ({counted(before, 'day')})
        </span>
      )}
    </p>
  );
}
