import type { Breakdown } from '@clarity-keep/core';
import { stretchTexts } from '../format/days.ts';
import { breakdownNames } from '../format/names.ts';
import { countText, counted, rateText } from '../format/numbers.ts';
import styles from './status.module.css';

interface Gap {
  breakdown: Breakdown;
  kind: 'list' | 'breakdown' | 'late-data' | 'impossible';
  days: readonly string[];
  expected: number;
  found: number;
  share: number;
}

/** Where counts of the last seven days differ that should agree. */
export function GapsNotes({ gaps }: { gaps: readonly Gap[] }) {
  if (gaps.length === 0) {
    return <p className="fine">Of the last seven days, all counts agree to within a hundredth.</p>;
  }
  return (
    <>
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={`${gap.kind} ${gap.breakdown}`}>
            {gapText(gap)}{' '}
            <span className="fine">
              {counted(gap.days.length, 'day')}: {stretchTexts(gap.days).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {gaps.some(({ kind }) => kind === 'list') && (
        <p className="fine">
          A list in an answer has ten rows at most, so what is beyond them is a gap.
        </p>
      )}
    </>
  );
}

const places: Record<Exclude<Gap['kind'], 'impossible'>, string> = {
  list: 'the list in the answer has',
  breakdown: 'the breakdown adds up to',
  'late-data': 'Clarity told later of',
};

function gapText({ breakdown, kind, expected, found, share }: Gap): string {
  const name = breakdownNames[breakdown];
  if (kind === 'impossible') {
    return `${name}: ${counted(found, 'segment')} had more in a narrower window than in the wider one around it, which cannot be.`;
  }
  const sign = share > 0 ? '+' : '−';
  return `${name}: ${places[kind]} ${countText(found)} of ${counted(expected, 'session')} (${sign}${rateText(Math.abs(share))}).`;
}
