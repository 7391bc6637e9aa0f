import { describe, expect, it } from 'vitest';
import { extraBreakdowns, jitterAdvice, planOverflow } from '../../src/index.ts';

describe('planOverflow', () => {
  it.each([
    { extras: [], reserve: 7 },
    { extras: extraBreakdowns, reserve: 2 },
  ])('has nothing against a plan that just fits: %j', (plan) => {
    expect(planOverflow(plan)).toBeNull();
  });

  it('shows the arithmetic of a plan that never fits, and both ways out', () => {
    expect(planOverflow({ extras: ['country', 'os'], reserve: 6 })).toBe(
      'The plan can never fit: 3 daily calls + 2 extra breakdowns = 5 calls a day, but 10 calls - 6 in reserve = 4. ' +
        'Lower the reserve or leave out 1 of country, os.',
    );
  });

  it('does not advise to leave out more than there is', () => {
    expect(planOverflow({ extras: ['os'], reserve: 9 })).toMatch(/= 1\. Lower the reserve\.$/);
  });
});

describe('jitterAdvice', () => {
  it('is silent where two runs fit into 24 hours', () => {
    expect(jitterAdvice([])).toBeNull();
    expect(jitterAdvice(['country', 'os'])).toBeNull();
  });

  it('says what an early run finds where they do not', () => {
    expect(jitterAdvice(['country', 'os', 'browser'])).toMatch(/^6 calls a day: .* only 4 free\./);
    expect(jitterAdvice(extraBreakdowns)).toMatch(/^8 calls a day: .* only 2 free\./);
  });
});
