import { Link } from 'wouter';
import type { Measure } from '../address/address.ts';
import { measures } from '../address/address.ts';
import { Unknown } from '../design/unknown.tsx';
import { shortDay } from '../format/days.ts';
import { measureName } from '../format/names.ts';
import type { DailyRow } from './daily-row.ts';
import { newestKnown, valueOf, valueText } from './daily-row.ts';
import { Sparkline } from './sparkline.tsx';
import styles from './measure-tiles.module.css';

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
              {newest === undefined ? 'no day is known' : `on ${shortDay(newest.day)}`}
              {newest !== undefined && newest.state !== 'complete' ? `, ${newest.state}` : ''}
            </span>
            <Sparkline values={rows.map((row) => valueOf(row, measure))} />
          </Link>
        );
      })}
    </nav>
  );
}
