import { useId } from 'react';
import type { DailyRow } from '../asking/answers.ts';
import { splitAtHoles } from './split-at-holes.ts';
import styles from './trend-drawing.module.css';

/** Hatched ground under the days that are missing, half a day wider on either side. */
export function Holes({
  rows,
  x,
  top,
  bottom,
  left,
  right,
}: {
  rows: readonly DailyRow[];
  x: (index: number) => number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}) {
  const hatch = useId();
  const { holes } = splitAtHoles(rows.map(({ state }) => (state === 'missing' ? null : 0)));
  return (
    <>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" className={styles.hatch} />
        </pattern>
      </defs>
      {holes.map(({ first, last }) => {
        const from = Math.max(left, x(first - 0.5));
        return (
          <rect
            key={first}
            data-testid="hole"
            fill={`url(#${hatch})`}
            x={from}
            width={Math.min(right, x(last + 0.5)) - from}
            y={top}
            height={bottom - top}
          />
        );
      })}
    </>
  );
}
