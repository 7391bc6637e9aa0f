import { describe, expect, it } from 'vitest';
import { likelyMeant, nearestTexts } from '../../../src/index.ts';

describe('nearestTexts', () => {
  it('gives those that share most pairs of letters, nearest first', () => {
    expect(nearestTexts('/chekout', ['/', '/cart', '/checkout'], 2)).toEqual([
      '/checkout',
      '/cart',
    ]);
  });
});

describe('likelyMeant', () => {
  it.each([
    ['timezone', 'timeZone'],
    ['recipient', 'recipients'],
    ['token', 'tokenVariable'],
    ['wxb0r23ohz', 'wxb0r23ozh'],
  ])('takes %s for %s', (typed, meant) => {
    expect(
      likelyMeant(typed, ['id', 'timeZone', 'recipients', 'tokenVariable', 'wxb0r23ozh']),
    ).toBe(meant);
  });

  it.each(['zone', 'w6n8ir65ol', '', 'x'])('makes nothing of %j', (typed) => {
    expect(likelyMeant(typed, ['recipients', 'wxb0r23ozh'])).toBeNull();
    expect(likelyMeant(typed, [])).toBeNull();
  });
});
