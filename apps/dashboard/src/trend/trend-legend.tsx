import { dayStateName } from '@clarity-keep/core';
import type { ReactNode } from 'react';
import { DayDot } from './day-dot.tsx';
import { DayFlag } from './day-flag.tsx';
import styles from './trend-legend.module.css';

/** What the shapes on a trend mean. */
export function TrendLegend({ hasFlags }: { hasFlags: boolean }) {
  return (
    <ul className={styles.legend} aria-label="What the shapes mean">
      <li>
        <Shape>
          <DayDot x={8} y={7} state="complete" isCurrent={false} />
        </Shape>
        {dayStateName('complete')}
      </li>
      <li>
        <Shape>
          <DayDot x={8} y={7} state="estimated" isCurrent={false} />
        </Shape>
        {dayStateName('estimated')}
      </li>
      <li>
        <Shape>
          <DayDot x={8} y={7} state="truncated" isCurrent={false} />
        </Shape>
        {dayStateName('truncated')}
      </li>
      <li>
        <Shape>
          <rect x="1" y="1" width="14" height="12" className={styles.hole} />
          <path d="M1 9l8-8M4 13L15 2M11 13l4-4" className={styles.hatch} />
        </Shape>
        {dayStateName('missing')}
      </li>
      {hasFlags && (
        <li>
          <Shape>
            <DayFlag x={4} top={1} bottom={13} />
          </Shape>
          something was done
        </li>
      )}
    </ul>
  );
}

function Shape({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true">
      {children}
    </svg>
  );
}
