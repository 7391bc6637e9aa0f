import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../src/asking/answers.ts';
import { CoverageLine } from '../src/caveats/coverage-line.tsx';
import { EmptyNote } from '../src/caveats/empty-note.tsx';
import { StateLegend } from '../src/caveats/state-legend.tsx';
import { shownText } from './support/shown-text.ts';

const none: Frame['coverage'] = { complete: [], estimated: [], truncated: [], missing: [] };

function aFrame(coverage: Partial<Frame['coverage']>): Frame {
  const days = Object.values(coverage).flat().toSorted();
  return {
    window: {
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
      days: days.length,
      timeZone: 'Europe/Berlin',
    },
    coverage: { ...none, ...coverage },
  };
}

function line(coverage: Partial<Frame['coverage']>, oldestDay: string | null = null): string[] {
  return shownText(createElement(CoverageLine, { frame: aFrame(coverage), oldestDay }));
}

describe('the line under an answer', () => {
  it('names the days that are not complete', () => {
    expect(
      line({
        complete: ['2026-11-16', '2026-11-17'],
        estimated: ['2026-11-18'],
        truncated: ['2026-11-19'],
        missing: ['2026-11-20', '2026-11-21', '2026-11-22'],
      }),
    ).toEqual([
      '16–22 Nov 2026, 7 days (Europe/Berlin)',
      '2 complete',
      '1 estimated (18 Nov)',
      '1 cut off (19 Nov)',
      '3 missing (20–22 Nov)',
    ]);
  });

  it('says once what holds of all days', () => {
    expect(line({ complete: ['2026-11-16', '2026-11-17'] })).toEqual([
      '16–17 Nov 2026, 2 days (Europe/Berlin)',
      'all complete',
    ]);
    expect(line({ truncated: ['2026-11-16'] })).toEqual([
      '16 Nov 2026, 1 day (Europe/Berlin)',
      'cut off',
    ]);
  });

  it('names three stretches at most', () => {
    const missing = ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-08'];
    expect(line({ complete: ['2026-11-01', '2026-11-09'], missing }).at(-1)).toBe(
      '4 missing (2 Nov, 4 Nov, 6 Nov, ...)',
    );
  });

  it('does not call missing what was before anything was collected', () => {
    const days = { missing: ['2026-11-01', '2026-11-02', '2026-11-04'], complete: ['2026-11-03'] };
    expect(line(days, '2026-11-03')).toEqual([
      '1–4 Nov 2026, 4 days (Europe/Berlin)',
      '1 complete',
      '1 missing (4 Nov)',
      'no data before 3 Nov (2 days)',
    ]);
  });
});

describe('an empty table', () => {
  it('says that nobody came only of days that are known', () => {
    const note = (coverage: Partial<Frame['coverage']>) =>
      shownText(createElement(EmptyNote, { frame: aFrame(coverage), text: 'No visits.' }));
    expect(note({ missing: ['2026-11-16', '2026-11-17'] })).toEqual([
      'No data was collected for these days.',
    ]);
    expect(note({ missing: ['2026-11-16'], complete: ['2026-11-17'] })).toEqual(['No visits.']);
    expect(note({ estimated: ['2026-11-16'] })).toEqual(['No visits.']);
  });
});

describe('the legend', () => {
  it('explains every state of a day, the best known first', () => {
    expect(shownText(createElement(StateLegend))).toEqual([
      'complete: the day as Clarity counted it',
      'estimated: worked out from responses that do not match the day exactly',
      'cut off: incomplete, because Clarity returns at most 1,000 rows',
      'missing: not collected, so unknown rather than zero',
    ]);
  });
});
