import { stretchTexts, shortDay, spanText } from '../format/days.ts';
import { counted, countText } from '../format/numbers.ts';
import type { Frame } from './frame.ts';
import { coverageSince, statesShown } from './frame.ts';
import { StateMark } from './state-mark.tsx';
import styles from './coverage-line.module.css';

/** Stretches of days that are named; the calendar has all of them. */
const NAMED_STRETCHES = 3;

/** Which days numbers are of, and what is known of each: the line that goes with every answer. */
export function CoverageLine({ frame, oldestDay }: { frame: Frame; oldestDay: string | null }) {
  const { window } = frame;
  const { coverage, before } = coverageSince(frame, oldestDay);
  return (
    <p className={styles.line}>
      <span className={styles.window}>
        {spanText(window.from, window.to)}, {counted(window.days, 'day')} ({window.timeZone})
      </span>
      {statesShown.map((state) => {
        const days = coverage[state];
        if (days.length === 0) return null;
        return (
          <span key={state} className={styles.state}>
            <StateMark state={state} />
            {stateText(state, days, window.days)}
          </span>
        );
      })}
      {before > 0 && oldestDay !== null && (
        <span className={styles.state}>
          nothing is kept before {shortDay(oldestDay)} ({counted(before, 'day')})
        </span>
      )}
    </p>
  );
}

function stateText(state: string, days: readonly string[], all: number): string {
  if (days.length === all) return all === 1 ? state : `all ${state}`;
  if (state === 'complete') return `${countText(days.length)} complete`;
  const stretches = stretchTexts(days);
  const named = stretches.slice(0, NAMED_STRETCHES).join(', ');
  const more = stretches.length > NAMED_STRETCHES ? ', …' : '';
  return `${countText(days.length)} ${state} (${named}${more})`;
}
