import { describe, expect, it } from 'vitest';
import { doneOn } from '../src/trend/annotation.ts';
import type { DailyRow, SignalCount } from '../src/asking/answers.ts';
import { newestKnown, rowsSince, valueOf } from '../src/trend/daily-row.ts';
import { dayWords } from '../src/trend/day-words.ts';
import { tickIndexes } from '../src/trend/tick-indexes.ts';

const unknown: SignalCount = { events: null, affected: null, rate: null };
const none = {
  rageClicks: unknown,
  deadClicks: unknown,
  errorClicks: unknown,
  scriptErrors: unknown,
  quickbackClicks: unknown,
  excessiveScrolls: unknown,
};
const missing: DailyRow = { day: '2026-11-22', state: 'missing', sessions: null, signals: none };
const estimated: DailyRow = {
  day: '2026-11-23',
  state: 'estimated',
  sessions: 1,
  signals: { ...none, rageClicks: { events: 3, affected: 1, rate: 1 } },
};

describe('dayWords', () => {
  it('say that a missing day is unknown, and never zero', () => {
    expect(dayWords(missing, 'sessions')).toEqual({
      day: 'Sun 22 Nov 2026',
      value: 'missing: not collected, so unknown rather than zero',
    });
    expect(dayWords(missing, 'rageClicks').value).toBe(
      'missing: not collected, so unknown rather than zero',
    );
  });

  it('say with each number what it is of and how good it is', () => {
    expect(dayWords(estimated, 'sessions').value).toBe('1 session · estimated');
    expect(dayWords(estimated, 'rageClicks').value).toBe(
      '100.0%, 1 of 1 session, 3 events · estimated',
    );
  });

  it('say that there is no rate when nobody came or a signal cannot be known', () => {
    const nobody: DailyRow = { ...estimated, state: 'complete', sessions: 0, signals: none };
    expect(dayWords(nobody, 'deadClicks').value).toBe('no rate, 0 sessions · complete');
    const cut: DailyRow = { ...missing, state: 'truncated' };
    expect(dayWords(cut, 'sessions').value).toBe('unknown · cut off');
  });
});

describe('doneOn', () => {
  it('tells all that was done on a day, and nothing of the others', () => {
    const annotations = [
      { day: '2026-11-22', text: 'New form' },
      { day: '2026-11-22', text: 'New button' },
    ];
    expect(doneOn(annotations, '2026-11-22')).toBe('New form; New button');
    expect(doneOn(annotations, '2026-11-23')).toBeNull();
  });
});

describe('the rows of a trend', () => {
  it('have their newest known day by measure', () => {
    expect(newestKnown([estimated, missing], 'sessions')?.day).toBe('2026-11-23');
    expect(newestKnown([estimated, missing], 'deadClicks')).toBeUndefined();
    expect(valueOf(estimated, 'rageClicks')).toBe(1);
  });

  it('begin with the first day that is kept, unless that leaves none', () => {
    expect(rowsSince([missing, estimated], '2026-11-23')).toEqual([estimated]);
    expect(rowsSince([missing], '2026-11-23')).toEqual([missing]);
    expect(rowsSince([missing, estimated], null)).toEqual([missing, estimated]);
  });
});

describe('tickIndexes', () => {
  it('names the last day, and others at even steps before it', () => {
    expect(tickIndexes(28, 1200)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27]);
    expect(tickIndexes(28, 290)).toEqual([0, 9, 18, 27]);
    expect(tickIndexes(7, 1200)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('has room for one day, and needs none for none', () => {
    expect(tickIndexes(1, 300)).toEqual([0]);
    expect(tickIndexes(0, 300)).toEqual([]);
    expect(tickIndexes(3660, 40)).toEqual([0, 3659]);
  });
});
