import type { Figure, PageVerdict, RateChange } from '@clarity-keep/core';
import { comparisonText } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import {
  baselineChange,
  pageChange,
  rateChange,
  verdictInWords,
} from '../../src/mail/view/changes.ts';
import { figureOf } from '../support/some-weeks.ts';

function aFigure(overrides: Partial<Figure>): Figure {
  return { ...figureOf(12, 'points'), weekBefore: 10, refusal: null, ...overrides };
}

function aChange(overrides: Partial<RateChange> = {}): RateChange {
  return {
    before: { affected: 20, sessions: 1_000, rate: 0.02 },
    after: { affected: 60, sessions: 1_000, rate: 0.06 },
    low: 0.021,
    high: 0.059,
    verdict: 'worse',
    ...overrides,
  };
}

describe('a number against another time', () => {
  it.each([
    [aFigure({ change: 12.34, unit: 'percent' }), '▲\u00A012.3%'],
    [aFigure({ change: -0.5 }), '▼\u00A00.5 points'],
    [aFigure({ change: 0.04 }), 'unchanged'],
    [aFigure({ refusal: 'from-zero' }), 'none the week before'],
    [aFigure({ refusal: 'from-zero', thisWeek: 0 }), 'unchanged'],
    [aFigure({ refusal: 'too-few-sessions' }), 'too few visits to compare'],
    [aFigure({ refusal: 'too-few-days' }), 'not comparable'],
    [aFigure({ refusal: 'unknown' }), 'not comparable'],
  ])('is %j in words: %s', (figure, words) => {
    expect(comparisonText(figure)).toBe(words);
  });

  it('is compared with four weeks where they are known', () => {
    const known = { value: 9, change: 33.3, refusal: null };
    expect(baselineChange(aFigure({ baseline: known }))).toBe('▲\u00A033.3 points');
    const refused = { value: 9, change: null, refusal: 'too-few-sessions' } as const;
    expect(baselineChange(aFigure({ baseline: refused }))).toBe('too few visits to compare');
    expect(baselineChange(aFigure({}))).toBeNull();
  });
});

describe('a rate of the site', () => {
  it('has a colour where its change is proven', () => {
    expect(rateChange(aFigure({ change: 4 }), aChange())).toEqual({
      text: '▲\u00A04.0 points, worse',
      tone: 'worse',
      detail: null,
    });
    expect(rateChange(aFigure({ change: -4 }), aChange({ verdict: 'better' }))).toMatchObject({
      text: '▼\u00A04.0 points, better',
      tone: 'better',
    });
  });

  it('has none where it is not', () => {
    expect(rateChange(aFigure({ change: 4 }), aChange({ verdict: 'no-clear-change' }))).toEqual({
      text: 'no clear change',
      tone: 'neutral',
      detail: '▲\u00A04.0 points',
    });
    expect(rateChange(aFigure({ change: 4 }), null)).toMatchObject({ tone: 'neutral' });
    expect(rateChange(aFigure({ refusal: 'too-few-days' }), aChange())).toMatchObject({
      text: 'not comparable',
      tone: 'neutral',
    });
  });

  it('never calls a proven change unchanged', () => {
    expect(rateChange(aFigure({ change: 0.04 }), aChange()).text).toBe(
      '▲\u00A0under 0.1 points, worse',
    );
  });
});

describe('a rate of a page', () => {
  it('shows the bounds of what is proven', () => {
    expect(pageChange(aChange())).toEqual({
      text: '▲\u00A04.0 points, worse',
      tone: 'worse',
      detail: '+2.1 to +5.9 points',
    });
    const fall = aChange({ verdict: 'better', low: -0.059, high: -0.001 });
    expect(pageChange(fall).detail).toBe('−5.9 to −0.1 points');
  });

  it('is not compared without a week before', () => {
    expect(pageChange(null)).toEqual({ text: 'not compared', tone: 'neutral', detail: null });
  });
});

describe('a verdict', () => {
  it.each<[PageVerdict, string, string]>([
    ['worse', '▲ worse', 'worse'],
    ['better', '▼ better', 'better'],
    ['no-clear-change', 'no clear change', 'neutral'],
    ['new', '+ new', 'neutral'],
    ['not-enough-data', 'too few visits', 'neutral'],
  ])('%s is said in words, and coloured when it is proven', (verdict, text, tone) => {
    expect(verdictInWords(verdict)).toEqual({ text, tone });
  });
});
