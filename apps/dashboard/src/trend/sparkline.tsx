import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { splitAtHoles } from './split-at-holes.ts';
import styles from './sparkline.module.css';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 2;

/** A trend in small, without a scale: its shape alone, with the same holes. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const { runs } = splitAtHoles(values);
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const x = scaleLinear({
    domain: [0, Math.max(1, values.length - 1)],
    range: [EDGE, WIDTH - EDGE],
  });
  const y = scaleLinear({ domain: [0, most || 1], range: [HEIGHT - EDGE, EDGE] });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={styles.sparkline}
      aria-hidden="true"
    >
      {runs.map((run) => (
        <LinePath
          key={run[0]?.index}
          // A day alone between holes is a dot: a line from itself to itself with round ends.
          data={run.length === 1 ? [...run, ...run] : run}
          x={({ index }) => x(index)}
          y={({ value }) => y(value)}
          className={styles.line ?? ''}
        />
      ))}
    </svg>
  );
}
