import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Status } from '../src/asking/answers.ts';
import { CallsTable } from '../src/status/calls-table.tsx';
import { GapsNotes } from '../src/status/gaps-notes.tsx';
import { LastDays } from '../src/status/last-days.tsx';
import { StatusFacts } from '../src/status/status-facts.tsx';
import { aCall } from './support/answers.ts';
import { shownRows, shownText } from './support/shown-text.ts';

const status: Status = {
  project: 'wxb0r23ozh',
  name: 'Shop',
  timeZone: 'Europe/Berlin',
  now: '2026-11-24T12:00:00.000Z',
  days: [],
  quota: {
    limit: 10,
    used: 6,
    left: 4,
    isSpent: false,
    isRefusing: false,
    nextFreeAt: '2026-11-25T05:16:20.000Z',
    nextFree: 3,
    resetsAt: '2026-11-25T05:16:30.000Z',
  },
  lastAnswerAt: '2026-11-24T04:12:30.000Z',
  nextRunAt: '2026-11-25T05:15:00.000Z',
  token: { state: 'expiring', expiresAt: '2026-12-01T00:00:00.000Z' },
  healableDays: ['2026-11-22', '2026-11-23'],
  unreadable: { count: 0, newest: null },
  calls: [],
  gaps: [],
};

describe('the facts of the collection', () => {
  const facts = (some: Partial<Status> = {}) =>
    shownText(createElement(StatusFacts, { status: { ...status, ...some } })).join(' | ');

  it('say when Clarity last responded, and how many calls are free', () => {
    expect(facts()).toContain('8 hours ago 2026-11-24 04:12 UTC');
    expect(facts()).toContain('6 of 10, 4 left');
    expect(facts()).toContain('3 more are free from 2026-11-25 05:17 UTC');
  });

  it('say when the next run is due, what the token is worth, and which gaps can be filled', () => {
    expect(facts()).toContain('Next run | 2026-11-25 05:15 UTC');
    expect(facts()).toMatch(/Token \| expires soon .*until 2026-12-01 00:00 UTC/);
    expect(facts()).toMatch(/Gaps that can still be filled \| 22–23 Nov/);
  });

  it('say nothing of what the server does not know', () => {
    const unknown = facts({ nextRunAt: null, token: null, healableDays: null });
    for (const name of ['Next run', 'Token', 'Gaps', 'not parsed']) {
      expect(unknown).not.toContain(name);
    }
  });

  it('say why responses could not be parsed, harmless whatever they hold', () => {
    const newest = { fetchedAt: '2026-11-24T04:12:30.000Z', reason: 'not JSON: \u202E<b>' };
    const text = facts({ unreadable: { count: 2, newest } });
    expect(text).toContain('2 responses');
    expect(text).toContain('not JSON: \uFFFD<b>');
  });

  it('say "never" before the first response', () => {
    expect(facts({ lastAnswerAt: null })).toContain('Last response from Clarity | never');
  });
});

describe('the latest calls', () => {
  const rows = (...calls: Status['calls']) => shownRows(createElement(CallsTable, { calls }));

  it('say what was asked for and what came of it', () => {
    expect(
      rows(
        aCall({ numOfDays: 3, dimensions: ['URL', 'Device'], rows: 1_000, truncated: true }),
        aCall({ numOfDays: 2, reason: 'heal' }),
      ),
    ).toEqual([
      [
        '2026-11-24 04:12 UTC',
        'the last 72 hours by URL x Device',
        'answered, cut off',
        '200',
        '1,000',
      ],
      ['2026-11-24 04:12 UTC', 'the last 48 hours, to fill a gap', 'answered', '200', '12'],
    ]);
  });

  it('leave open what never came back: neither status nor rows are zero', () => {
    const lost = aCall({ state: 'failed', httpStatus: null, rows: null, truncated: null });
    expect(rows(lost)).toEqual([['2026-11-24 04:12 UTC', 'the last 24 hours', 'failed', '–', '–']]);
  });

  it('say what to run before there are any', () => {
    expect(shownText(createElement(CallsTable, { calls: [] }))).toEqual([
      'No calls yet: clarity-keep collect makes them.',
    ]);
  });
});

describe('counts that do not match', () => {
  const gap: Status['gaps'][number] = {
    breakdown: 'page',
    kind: 'list',
    days: ['2026-11-20', '2026-11-21', '2026-11-23'],
    expected: 1_200,
    found: 1_100,
    share: -100 / 1_200,
  };
  const notes = (...gaps: Status['gaps']) =>
    shownText(createElement(GapsNotes, { gaps })).join(' | ');

  it('are said with their size and their days', () => {
    expect(notes(gap)).toContain(
      'Pages: the list in the response has 1,100 of 1,200 sessions (−8.3%).',
    );
    expect(notes(gap)).toContain('3 days: 20–21 Nov, 23 Nov');
    expect(notes(gap)).toContain('ten rows at most');
    expect(notes({ ...gap, kind: 'late-data', found: 1_236, share: 0.03 })).toContain('(+3.0%)');
  });

  it('are segments, not sessions, where a difference of windows is impossible', () => {
    const impossible = { ...gap, kind: 'impossible' as const, found: 1, days: ['2026-11-20'] };
    expect(notes(impossible)).toContain('Pages: 1 segment had more');
    expect(notes(impossible)).not.toContain('ten rows at most');
  });

  it('are not there: that is said too', () => {
    expect(notes()).toBe('All counts of the last seven days agree within 1%.');
  });
});

describe('the last days', () => {
  it('show the state of each day to eyes and ears', () => {
    const days: Status['days'] = [
      {
        day: '2026-11-22',
        states: {
          total: 'complete',
          page: 'truncated',
          page_device: 'missing',
          source_medium: 'missing',
        },
      },
    ];
    const text = shownText(createElement(LastDays, { days }));
    expect(text).toEqual([
      '22',
      'Sun 22 Nov 2026',
      'Site',
      'complete',
      'Pages',
      'cut off',
      'Sources',
      'missing',
    ]);
  });
});
