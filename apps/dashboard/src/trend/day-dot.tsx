import type { DayState } from '@clarity-keep/core';
import styles from './day-dot.module.css';

/** A day on the line: filled when it is whole, hollow when estimated, a triangle when cut. */
export function DayDot({
  x,
  y,
  state,
  isCurrent,
}: {
  x: number;
  y: number;
  state: DayState;
  isCurrent: boolean;
}) {
  const size = isCurrent ? 5 : 3;
  if (state === 'truncated') {
    const side = size + 1.5;
    return (
      <path
        className={styles.cut}
        d={`M${x} ${y - side}l${side} ${side * 1.8}h${-2 * side}z`}
        data-state={state}
      />
    );
  }
  return (
    <circle
      className={state === 'estimated' ? styles.estimated : styles.whole}
      cx={x}
      cy={y}
      r={state === 'estimated' ? size + 0.75 : size}
      data-state={state}
    />
  );
}
