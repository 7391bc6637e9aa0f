import type { ReconciliationKind } from '../../coverage/reconcile-days.ts';
import { breakdownName } from '../names/breakdown-names.ts';
import { capitalised } from '../lists.ts';
import { counted, integer } from '../numbers.ts';
import { signedChange } from '../changes.ts';
import type { Breakdown } from '../../segments/breakdown.ts';

export interface CountGap {
  breakdown: Breakdown;
  kind: ReconciliationKind;
  expected: number;
  found: number;
  /** What is too little or too much, as a fraction of what was expected. */
  share: number;
}

const places: Record<Exclude<CountGap['kind'], 'impossible'>, string> = {
  list: 'the list in the response has',
  breakdown: 'the breakdown adds up to',
  'late-data': 'Clarity later reported',
};

/** Two counts that should agree: "Pages: the breakdown adds up to 80 of 100 sessions (−20.0%)." */
export function countGapText({ breakdown, kind, expected, found, share }: CountGap): string {
  const name = capitalised(breakdownName(breakdown));
  if (kind === 'impossible') {
    return `${name}: ${counted(found, 'segment')} had more sessions in a narrower window than in the wider one around it, which is impossible.`;
  }
  return `${name}: ${places[kind]} ${integer(found)} of ${counted(expected, 'session')} (${signedChange(share * 100, 'percent')}).`;
}
