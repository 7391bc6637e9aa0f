import { describe, expect, it } from 'vitest';
import { changeWords } from '../src/reports/figure-words.ts';

const figure = { thisWeek: 12, change: null, unit: 'percent', refusal: null } as const;

describe('changeWords', () => {
  it('say how much, and of what', () => {
    expect(changeWords({ ...figure, change: 1234.56 })).toBe('+1,234.6%');
    expect(changeWords({ ...figure, change: -0.25, unit: 'points' })).toBe('−0.3 points');
  });

  it('say why two weeks are not compared', () => {
    expect(changeWords({ ...figure, refusal: 'too-few-days' })).toBe('not comparable');
    expect(changeWords({ ...figure, refusal: 'unknown' })).toBe('not comparable');
    expect(changeWords({ ...figure, refusal: 'too-few-sessions' })).toBe('too few to compare');
    expect(changeWords({ ...figure, refusal: 'from-zero' })).toBe('none the week before');
    expect(changeWords({ ...figure, thisWeek: 0, refusal: 'from-zero' })).toBe('unchanged');
  });
});
