import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtHoles } from '../src/trend/split-at-holes.ts';

const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }));

describe('splitAtHoles', () => {
  it('ends a run before a hole and begins another after it', () => {
    expect(splitAtHoles([4, 5, null, null, 0, null, 7])).toEqual({
      runs: [
        [
          { index: 0, value: 4 },
          { index: 1, value: 5 },
        ],
        [{ index: 4, value: 0 }],
        [{ index: 6, value: 7 }],
      ],
      holes: [
        { first: 2, last: 3 },
        { first: 5, last: 5 },
      ],
    });
  });

  it('knows nothing but a hole where nothing is known', () => {
    expect(splitAtHoles([null, null])).toEqual({ runs: [], holes: [{ first: 0, last: 1 }] });
    expect(splitAtHoles([])).toEqual({ runs: [], holes: [] });
  });

  it('puts every day into one run or one hole, and never a run across a hole', () => {
    fc.assert(
      fc.property(values, (days) => {
        const { runs, holes } = splitAtHoles(days);
        const inRuns = runs.flat().map(({ index }) => index);
        const inHoles = holes.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
        );
        expect([...inRuns, ...inHoles].toSorted((a, b) => a - b)).toEqual(days.map((_, at) => at));
        for (const run of runs) {
          expect(run.map(({ index }) => index)).toEqual(
            run.map((_, at) => (run[0]?.index ?? 0) + at),
          );
        }
      }),
    );
  });

  it('keeps every value that is known, zero too', () => {
    fc.assert(
      fc.property(values, (days) => {
        const kept = splitAtHoles(days).runs.flat();
        expect(kept.map(({ value }) => value)).toEqual(days.filter((value) => value !== null));
      }),
    );
  });
});
