import { points, rate } from '../../display/numbers.ts';
import type { RateChange } from '../report-model.ts';
import type { Facts } from './model-brief.ts';

/** A change of a share, with its interval. */
export function changeFacts({ before, after, low, high, verdict }: RateChange): Facts {
  const [least, most] = low < 0 && high < 0 ? [high, low] : [low, high];
  return {
    verdict,
    before: rate(before.rate),
    after: rate(after.rate),
    // An interval that spans zero does not give the size of a change.
    difference:
      low < 0 && high > 0
        ? null
        : `${points(least)} to ${points(most)} points ${high > 0 ? 'more' : 'less'}`,
  };
}
