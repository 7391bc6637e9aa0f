import { counted, countGapText, dayStretches } from '@clarity-keep/core';
import type { Status } from '../asking/answers.ts';
import styles from './status.module.css';

type Gap = Status['gaps'][number];

/** Where counts of the last seven days differ that should agree. */
export function GapsNotes({ gaps }: { gaps: readonly Gap[] }) {
  if (gaps.length === 0) {
    return <p className="fine">All counts of the last seven days agree within 1%.</p>;
  }
  return (
    <>
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={`${gap.kind} ${gap.breakdown}`}>
            {countGapText(gap)}{' '}
            <span className="fine">
              {counted(gap.days.length, 'day')}: {dayStretches(gap.days).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {gaps.some(({ kind }) => kind === 'list') && (
        <p className="fine">
          Lists in a response have ten rows at most; anything beyond them is a gap.
        </p>
      )}
    </>
  );
}
