import { describe, expect, it } from 'vitest';
import type { UrlRules } from '../../src/index.ts';
import { compareUrlRules, defaultUrlRules } from '../../src/index.ts';

const nothing = { merged: [], split: [], leftOut: [], added: [], renamed: [] };

function compare(
  urls: Record<string, number>,
  { before = {}, after = {} }: { before?: Partial<UrlRules>; after?: Partial<UrlRules> },
) {
  return compareUrlRules(Object.entries(urls), {
    before: { ...defaultUrlRules, ...before },
    after: { ...defaultUrlRules, ...after },
  });
}

describe('comparing rules', () => {
  it('finds nothing where they are the same', () => {
    expect(compare({ '/a?gclid=1': 1, '/a?gclid=2': 2, '/b': 3 }, {})).toEqual({
      before: 2,
      after: 2,
      ...nothing,
    });
    expect(compare({}, {})).toEqual({ before: 0, after: 0, ...nothing });
  });

  it('lists what would merge, the most sessions first, with what it is made of', () => {
    const urls = { '/a?x=1': 3, '/a?x=2': 5, '/a?x=2&gclid=9': 1, '/b?x=1': 9, '/b': 1, '/c': 7 };
    expect(compare(urls, { after: { dropParameters: ['x'] } })).toEqual({
      ...nothing,
      before: 5,
      after: 3,
      merged: [
        {
          page: '/b',
          sessions: 10,
          from: [
            { page: '/b?x=1', sessions: 9 },
            { page: '/b', sessions: 1 },
          ],
        },
        {
          page: '/a',
          sessions: 9,
          from: [
            { page: '/a?x=2', sessions: 6 },
            { page: '/a?x=1', sessions: 3 },
          ],
        },
      ],
    });
  });

  it('lists what would split', () => {
    const urls = { '/a?utm_source=x': 3, '/a?utm_source=y': 5, '/a': 1 };
    expect(compare(urls, { after: { keepParameters: ['utm_source'] } })).toEqual({
      ...nothing,
      before: 1,
      after: 3,
      split: [
        {
          page: '/a',
          sessions: 9,
          into: [
            { page: '/a?utm_source=y', sessions: 5 },
            { page: '/a?utm_source=x', sessions: 3 },
            { page: '/a', sessions: 1 },
          ],
        },
      ],
    });
  });

  it('lists a page that is split and merged with others on both sides', () => {
    const { before, after, merged, split, renamed } = compare(
      { '/a?x=1&y=1': 1, '/a?x=1&y=2': 2, '/a?x=2&y=2': 4 },
      { before: { dropParameters: ['y'] }, after: { dropParameters: ['x'] } },
    );
    expect([before, after]).toEqual([2, 2]);
    expect(split).toEqual([
      {
        page: '/a?x=1',
        sessions: 3,
        into: [
          { page: '/a?y=2', sessions: 2 },
          { page: '/a?y=1', sessions: 1 },
        ],
      },
    ]);
    expect(merged).toEqual([
      {
        page: '/a?y=2',
        sessions: 6,
        from: [
          { page: '/a?x=2', sessions: 4 },
          { page: '/a?x=1', sessions: 2 },
        ],
      },
    ]);
    expect(renamed).toEqual([]);
  });

  it('lists what would only be called otherwise, and does not take it for a merge', () => {
    const urls = { '/users/17?gclid=1': 2, '/users/17?gclid=2': 2, '/a': 1 };
    expect(compare(urls, { before: { replaceIds: 'none' } })).toEqual({
      ...nothing,
      before: 2,
      after: 2,
      renamed: [{ page: '/users/:id', sessions: 4, from: '/users/17' }],
    });
  });

  it('lists pages of hosts that would be left out, and of those that would come in', () => {
    const urls = { 'https://a.example/x': 1, 'https://a.example/y': 2, 'https://b.example/x': 4 };
    const only = (host: string) => ({ hosts: [host] });
    expect(compare(urls, { after: only('a.example') })).toEqual({
      ...nothing,
      before: 3,
      after: 2,
      leftOut: [{ page: 'https://b.example/x', sessions: 4 }],
    });
    expect(compare(urls, { before: only('a.example'), after: only('b.example') })).toEqual({
      ...nothing,
      before: 2,
      after: 1,
      leftOut: [
        { page: 'https://a.example/y', sessions: 2 },
        { page: 'https://a.example/x', sessions: 1 },
      ],
      added: [{ page: 'https://b.example/x', sessions: 4 }],
    });
  });

  it('orders pages with as many sessions by name', () => {
    const { merged } = compare(
      { '/b?x=1': 1, '/b?x=2': 1, '/a?x=2': 1, '/a?x=1': 1 },
      { after: { dropAllParameters: true } },
    );
    expect(merged.map(({ page, from }) => [page, ...from.map((part) => part.page)])).toEqual([
      ['/a', '/a?x=1', '/a?x=2'],
      ['/b', '/b?x=1', '/b?x=2'],
    ]);
  });
});
