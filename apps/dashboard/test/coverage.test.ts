import { describe, expect, it } from 'vitest';
import { coverageSince } from '../src/caveats/frame.ts';
import { alikeBreakdowns } from '../src/coverage/alike-breakdowns.ts';
import { inWeeks } from '../src/coverage/in-weeks.ts';
import { monthLabels } from '../src/coverage/month-labels.ts';

describe('alikeBreakdowns', () => {
  it('shows once what is known alike, and apart what is not', () => {
    const row = (
      day: string,
      breakdown: 'total' | 'page' | 'device',
      state: 'complete' | 'missing',
    ) => ({
      day,
      breakdown,
      state,
    });
    expect(
      alikeBreakdowns([
        row('2026-11-01', 'total', 'complete'),
        row('2026-11-01', 'page', 'complete'),
        row('2026-11-01', 'device', 'complete'),
        row('2026-11-02', 'total', 'complete'),
        row('2026-11-02', 'page', 'missing'),
        row('2026-11-02', 'device', 'complete'),
      ]),
    ).toEqual([
      {
        breakdowns: ['total', 'device'],
        days: [
          { day: '2026-11-01', state: 'complete' },
          { day: '2026-11-02', state: 'complete' },
        ],
      },
      {
        breakdowns: ['page'],
        days: [
          { day: '2026-11-01', state: 'complete' },
          { day: '2026-11-02', state: 'missing' },
        ],
      },
    ]);
  });
});

describe('inWeeks', () => {
  it('begins weeks on Monday and fills up what is not asked for', () => {
    // A Saturday to a Tuesday.
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day) => ({ day }));
    const weeks = inWeeks(days).map((week) => week.map((found) => found?.day.slice(8) ?? '--'));
    expect(weeks).toEqual([
      ['--', '--', '--', '--', '--', '21', '22'],
      ['23', '24', '--', '--', '--', '--', '--'],
    ]);
  });

  it('has no week without a day', () => {
    expect(inWeeks([])).toEqual([]);
  });
});

describe('monthLabels', () => {
  it('names each month once, and none that the next would run into', () => {
    const mondays = [
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ];
    expect(monthLabels(mondays)).toEqual(['', 'Nov 2026', '', '', '', '', 'Dec 2026']);
  });
});

describe('coverageSince', () => {
  const frame = {
    window: { from: '2026-11-01', to: '2026-11-04', days: 4, timeZone: 'UTC' },
    coverage: {
      complete: ['2026-11-03'],
      estimated: [],
      truncated: [],
      missing: ['2026-11-01', '2026-11-02', '2026-11-04'],
    },
  };

  it('does not call missing what was before the first day that is kept', () => {
    const { coverage, before } = coverageSince(frame, '2026-11-03');
    expect([coverage.missing, before]).toEqual([['2026-11-04'], 2]);
  });

  it('changes nothing when it is not known which day that was', () => {
    expect(coverageSince(frame, null)).toEqual({ coverage: frame.coverage, before: 0 });
  });
});
