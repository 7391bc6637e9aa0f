import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakdown, Dimension } from '../../src/index.ts';
import {
  breakdownDimensions,
  breakdownOf,
  breakdowns,
  dimensions,
  forEachSignal,
  segmentOf,
  signals,
} from '../../src/index.ts';
import { marginalBreakdowns } from '../../src/segments/breakdown.ts';
import { segmentKey } from '../../src/segments/segment.ts';

const breakdown = fc.constantFrom(...breakdowns);
const values = fc.dictionary(fc.constantFrom(...dimensions), fc.string({ maxLength: 5 }));

describe('a breakdown', () => {
  it.each(breakdowns)('%s is found by its dimensions, in any order', (one) => {
    const own: readonly Dimension[] = breakdownDimensions[one];
    expect(breakdownOf(own)).toBe(one);
    expect(breakdownOf(own.toReversed())).toBe(one);
  });

  it('is none for dimensions that nobody stores together', () => {
    expect(breakdownOf(['page', 'browser'])).toBeNull();
    expect(breakdownOf(['device', 'source'])).toBeNull();
    expect(breakdownOf(dimensions)).toBeNull();
  });

  it.each<[Breakdown, Breakdown[]]>([
    ['total', []],
    ['page', []],
    // A session sees many pages: dropping the page would count it many times.
    ['page_device', ['page']],
    ['device_source_medium', ['device', 'source_medium']],
    ['source_medium', []],
  ])('%s adds up to %j', (joint, marginals) => {
    expect(marginalBreakdowns(joint)).toEqual(marginals);
  });
});

describe('a segment', () => {
  it('has a value for each dimension of its breakdown and for no other', () => {
    fc.assert(
      fc.property(breakdown, values, (one, given) => {
        const segment = segmentOf(one, given);
        expect(Object.keys(segment.values)).toEqual([...breakdownDimensions[one]]);
        for (const dimension of breakdownDimensions[one]) {
          expect(segment.values[dimension]).toBe(given[dimension] ?? '');
        }
      }),
    );
  });

  it('has the same key as another only when their values are the same', () => {
    const plain = fc.dictionary(
      fc.constantFrom(...dimensions),
      fc.constantFrom('', 'a', 'b', 'a b', 'b a'),
    );
    fc.assert(
      fc.property(breakdown, plain, plain, (one, a, b) => {
        const [first, second] = [segmentOf(one, a), segmentOf(one, b)];
        const isSame = JSON.stringify(first) === JSON.stringify(second);
        expect(segmentKey(first) === segmentKey(second)).toBe(isSame);
      }),
    );
  });
});

it('computes once for each of the six signals, in their order', () => {
  const seen: string[] = [];
  const lengths = forEachSignal((signal) => seen.push(signal));
  expect(seen).toEqual([...signals]);
  expect(Object.values(lengths)).toEqual([1, 2, 3, 4, 5, 6]);
});
