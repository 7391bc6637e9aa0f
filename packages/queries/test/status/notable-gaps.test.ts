import { expect, it } from 'vitest';
import { notableGaps } from '../../src/index.ts';

it('gaps are notable from a hundredth on, added up over their days', () => {
  const row = { breakdown: 'country', kind: 'list', expected: 1000 } as const;
  expect(
    notableGaps([
      { ...row, day: '2026-11-18', found: 991 },
      { ...row, day: '2026-11-19', found: 990 },
      { ...row, day: '2026-11-20', found: 970 },
      { ...row, day: '2026-11-20', kind: 'impossible', expected: 0, found: 2 },
    ]),
  ).toEqual([
    {
      breakdown: 'country',
      kind: 'list',
      days: ['2026-11-19', '2026-11-20'],
      expected: 2000,
      found: 1960,
      share: -0.02,
    },
    {
      breakdown: 'country',
      kind: 'impossible',
      days: ['2026-11-20'],
      expected: 0,
      found: 2,
      share: 1,
    },
  ]);
});

it('a gap in either direction is notable, and nothing is no gap', () => {
  const row = { breakdown: 'device', kind: 'list', day: '2026-11-18', expected: 100 } as const;
  expect(notableGaps([])).toEqual([]);
  expect(notableGaps([{ ...row, expected: 0, found: 0 }])).toEqual([]);
  expect(notableGaps([{ ...row, found: 101 }])).toMatchObject([{ share: 0.01 }]);
});

it('days on which a breakdown has too much and too little cancel out, and both are named', () => {
  const row = { breakdown: 'device', kind: 'list', expected: 100 } as const;
  expect(
    notableGaps([
      { ...row, day: '2026-11-18', found: 90 },
      { ...row, day: '2026-11-19', found: 110 },
    ]),
  ).toMatchObject([{ days: ['2026-11-18', '2026-11-19'], expected: 200, found: 200, share: 0 }]);
});
