import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../src/index.ts';
import { daysOfWeek } from '../../../src/index.ts';
import { dayGaps } from '../../../src/weekly-report/gaps/day-gaps.ts';
import { formatGap } from '../../../src/weekly-report/gaps/format-gap.ts';
import { tokenGap } from '../../../src/weekly-report/gaps/token-gap.ts';
import { WEEK } from '../../support/a-week.ts';

const week = daysOfWeek(WEEK);
const [monday = '', tuesday = ''] = week;

function coverage(overrides: Partial<Coverage> = {}): Coverage {
  const others = new Set(Object.values(overrides).flat());
  return {
    complete: week.filter((day) => !others.has(day)),
    estimated: [],
    truncated: [],
    missing: [],
    ...overrides,
  };
}

const sentences = (...given: Parameters<typeof dayGaps>) =>
  dayGaps(...given).map(({ sentence }) => sentence);

describe('days', () => {
  it('that are complete are no gap', () => {
    expect(dayGaps({ total: coverage(), page: coverage() })).toEqual([]);
  });

  it('that everything lacks are told once', () => {
    const lacking = coverage({ missing: [monday] });
    expect(dayGaps({ total: lacking, page: lacking, device: lacking })).toEqual([
      {
        kind: 'days',
        state: 'missing',
        breakdown: null,
        days: [monday],
        sentence: 'Nothing was collected for Mon 16 Nov, so no number includes that day.',
      },
    ]);
  });

  it('that one breakdown lacks besides are told of it alone', () => {
    const total = coverage({ missing: [monday] });
    const page = coverage({ missing: [monday, tuesday] });
    expect(sentences({ total, page })).toEqual([
      'Nothing was collected for Mon 16 Nov, so no number includes that day.',
      'Pages were not collected for Tue 17 Nov, so their numbers leave out that day.',
    ]);
  });

  it('are told in the plural where there are several', () => {
    const missing = [monday, tuesday];
    expect(sentences({ total: coverage({ missing }) })).toEqual([
      'Nothing was collected for Mon 16 Nov and Tue 17 Nov, so no number includes those days.',
    ]);
    expect(sentences({ total: coverage(), source_medium: coverage({ missing }) })).toEqual([
      'Sources were not collected for Mon 16 Nov and Tue 17 Nov, so their numbers leave out those days.',
    ]);
  });

  it('that are the whole week leave no number to speak of', () => {
    const missing = coverage({ missing: week });
    expect(sentences({ total: missing })).toEqual(['Nothing was collected for the whole week.']);
    expect(sentences({ total: coverage(), device: missing })).toEqual([
      'Devices were not collected for the whole week.',
    ]);
  });

  it('that are cut off or estimated say what that does to the numbers', () => {
    const page = coverage({ truncated: [monday], estimated: [tuesday] });
    expect(sentences({ total: coverage(), page })).toEqual([
      'Pages for Mon 16 Nov are cut off: Clarity returns at most 1,000 rows, picked arbitrarily. Some rows are missing and others count too few sessions.',
      'Pages for Tue 17 Nov are estimated from two overlapping responses.',
    ]);
    expect(sentences({ total: page, page })[0]).toMatch(/^All lists for Mon 16 Nov are cut off/);
    expect(sentences({ total: page, page })[1]).toMatch(/^The numbers for Tue 17 Nov are estim/);
  });
});

describe('the token', () => {
  const now = new Date('2026-11-23T06:00:00Z');
  const gapOf = (expiresAt: string | null, timeZone = 'UTC') =>
    tokenGap(expiresAt === null ? null : new Date(expiresAt), { now, timeZone })?.sentence;

  it.each([null, '2026-12-08T00:00:00Z', '2027-06-01T00:00:00Z'])('%j is no gap', (expiresAt) => {
    expect(gapOf(expiresAt)).toBeUndefined();
  });

  it('that ends within two weeks is told with what to do', () => {
    expect(gapOf('2026-12-07T06:00:00Z')).toBe(
      'The Clarity token expires on Mon 7 Dec. Ask a project admin to create a new one in Clarity under Settings, Data Export, before collection stops.',
    );
  });

  it('that has ended says that nothing is collected', () => {
    expect(gapOf('2026-11-23T06:00:00Z')).toBe(
      'The Clarity token expired on Mon 23 Nov, so nothing is being collected. Ask a project admin to create a new one in Clarity under Settings, Data Export.',
    );
  });

  it('ends on the day that it is in the zone of the project', () => {
    expect(gapOf('2026-12-01T23:30:00Z')).toContain('expires on Tue 1 Dec.');
    expect(gapOf('2026-12-01T23:30:00Z', 'Europe/Berlin')).toContain('expires on Wed 2 Dec.');
  });
});

describe('what this version does not recognise', () => {
  it('is no gap where there is nothing', () => {
    expect(formatGap([])).toBeNull();
  });

  it('is named once, in order, with what to do', () => {
    expect(formatGap(['Traffic: b', 'a', 'a'])).toEqual({
      kind: 'format',
      names: ['Traffic: b', 'a'],
      sentence:
        'Clarity sent data that this version doesn\'t recognise: Traffic: b and a. Nothing is lost: the raw responses are stored. Update Clarity Keep, then run "clarity-keep reparse".',
    });
  });

  it('is counted from the sixth name on', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(formatGap(names)?.sentence).toContain(': a, b, c, d, e and 2 more. ');
    expect(formatGap(names.slice(0, 5))?.sentence).toContain(': a, b, c, d and e. ');
  });

  it('is short and harmless to show', () => {
    const gap = formatGap([`\u202E${'x'.repeat(400)}`, 'a\nb']);
    expect(gap?.sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(gap?.sentence.length).toBeLessThan(300);
  });
});
