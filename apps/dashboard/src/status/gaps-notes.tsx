import {
  breakdownName,
  capitalised,
  counted,
  dayStretches,
  integer,
  signedPoints,
} from '@clarity-keep/core';
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
            {gapText(gap)}{' '}
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

const places: Record<Exclude<Gap['kind'], 'impossible'>, string> = {
  list: 'the list in the response has',
  breakdown: 'the breakdown adds up to',
  'late-data': 'Clarity later reported',
};

function gapText({ breakdown, kind, expected, found, share }: Gap): string {
  const name = capitalised(breakdownName(breakdown));
  if (kind === 'impossible') {
    return `${name}: ${counted(found, 'segment')} had more in a narrower window than in the wider one around it, which is impossible.`;
  }
  return `${name}: ${places[kind]} ${integer(found)} of ${counted(expected, 'session')} (${signedPoints(share)}%).`;
}
