import styles from './day-flag.module.css';

/** A flag on a day on which something was done. */
export function DayFlag({ x, top, bottom }: { x: number; top: number; bottom: number }) {
  return (
    <g data-testid="flag">
      <line x1={x} x2={x} y1={top} y2={bottom} className={styles.pole} />
      <path d={`M${x} ${top}h9l-2.5 3.5 2.5 3.5h-9z`} className={styles.cloth} />
    </g>
  );
}
