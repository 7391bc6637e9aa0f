import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../src/index.ts';
import { coverageInWords } from '../../../src/index.ts';

const nothing: Coverage = { complete: [], estimated: [], truncated: [], missing: [] };

describe('coverageInWords', () => {
  it('counts what is complete and names the days of everything else', () => {
    const coverage = {
      ...nothing,
      complete: ['2026-11-16', '2026-11-17'],
      truncated: ['2026-11-18'],
      missing: ['2026-11-19', '2026-11-20', '2026-11-22'],
    };
    expect(coverageInWords(coverage, 6)).toBe(
      '2 complete, 1 cut off (2026-11-18), 3 missing (2026-11-19 to 2026-11-20, 2026-11-22)',
    );
  });

  it('names three stretches of days at most', () => {
    const estimated = ['2026-11-01', '2026-11-03', '2026-11-05', '2026-11-07'];
    expect(coverageInWords({ ...nothing, complete: ['2026-11-02'], estimated }, 5)).toBe(
      '1 complete, 4 estimated (2026-11-01, 2026-11-03, 2026-11-05, ...)',
    );
  });

  it('says once what holds of all days', () => {
    expect(coverageInWords({ ...nothing, missing: ['2026-11-01', '2026-11-02'] }, 2)).toBe(
      'all missing',
    );
    expect(coverageInWords({ ...nothing, complete: ['2026-11-01'] }, 1)).toBe('complete');
  });
});
