import { dayAndMonth, dayStateName } from '@clarity-keep/core';
import { Link } from 'wouter';
import type { Measure } from '../address/address.ts';
import { measures } from '../address/address.ts';
import { Unknown } from '../design/unknown.tsx';
import type { DailyRow } from '../asking/answers.ts';
import { newestKnown, valueOf, valueText } from './daily-row.ts';
import { Sparkline } from './sparkline.tsx';
import styles from './measure-tiles.module.css';
import { measureName } from './measure-name.ts';

/** Sessions and the six signals side by side: each in small, and the way to see it in large. */
export function MeasureTiles({
  rows,
  chosen,
  hrefOf,
}: {
  rows: readonly DailyRow[];
  chosen: Measure;
  hrefOf: (measure: Measure) => string;
}) {
  return (
    <nav aria-label="What the trend shows" className={styles.tiles}>
      {measures.map((measure) => {
        const newest = newestKnown(rows, measure);
        const value = newest === undefined ? null : valueOf(newest, measure);
        return (
          <Link
            key={measure}
            href={hrefOf(measure)}
            className={styles.tile}
            aria-current={measure === chosen ? 'true' : undefined}
          >
            <span className={styles.name}>{measureName(measure)}</span>
            <span className={styles.value}>
              {value === null ? <Unknown /> : valueText(value, measure)}
            </span>
            <span className={styles.day}>
              {newest === undefined ? 'no data' : `on ${dayAndMonth(newest.day)}`}
              {newest !== undefined && newest.state !== 'complete'
                ? `, ${dayStateName(newest.state)}`
                : ''}
            </span>
            <Sparkline values={rows.map((row) => valueOf(row, measure))} />
          </Link>
        );
      })}
    </nav>
  );
}
