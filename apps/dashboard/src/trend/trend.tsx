import type { ReactNode } from 'react';
import { useProject } from '../app/projects.ts';
import type { Measure } from '../address/address.ts';
import type { Annotation, DailyRow } from '../asking/answers.ts';
import { doneOn } from './annotation.ts';
import { rowsSince } from './daily-row.ts';
import { MeasureTiles } from './measure-tiles.tsx';
import { TrendChart } from './trend-chart.tsx';
import { TrendLegend } from './trend-legend.tsx';
import { TrendTable } from './trend-table.tsx';
import styles from './trend.module.css';

/** Of the whole site nothing is noted. */
const NONE: readonly Annotation[] = [];

/** A trend to look at and to read: in small for every measure, in large for one, and as a table. */
export function Trend({
  rows,
  measure,
  annotations = NONE,
  hrefOf,
  caveat,
}: {
  rows: readonly DailyRow[];
  measure: Measure;
  annotations?: readonly Annotation[];
  /** The address of the same view with another measure. */
  hrefOf: (measure: Measure) => string;
  caveat: ReactNode;
}) {
  const { oldestDay } = useProject();
  const shown = rowsSince(rows, oldestDay);
  return (
    <div className={styles.trend}>
      <MeasureTiles rows={shown} chosen={measure} hrefOf={hrefOf} />
      <TrendChart rows={shown} measure={measure} annotations={annotations} />
      <div className={styles.notes}>
        <TrendLegend hasFlags={shown.some(({ day }) => doneOn(annotations, day) !== null)} />
        {caveat}
      </div>
      <TrendTable rows={shown} />
    </div>
  );
}
