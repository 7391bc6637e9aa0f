import { countDays, LONGEST_WINDOW_DAYS } from '@clarity-keep/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, View } from '../src/address/address.ts';
import { hrefOf, measures, pageLimits, parseAddress, rankings } from '../src/address/address.ts';
import type { Period } from '../src/address/period.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const measure = fc.constantFrom(...measures);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 3660 }) }),
  fc.tuple(day, day).map((days) => {
    const [from = '', to = ''] = days.toSorted();
    return countDays(from, to) > LONGEST_WINDOW_DAYS ? { from: to, to } : { from, to };
  }),
);
const view: fc.Arbitrary<View> = fc.oneof(
  fc.record({ path: fc.constant('/' as const), measure }),
  fc.record({
    path: fc.constant('/pages' as const),
    rank: fc.constantFrom(...rankings),
    limit: fc.constantFrom(...pageLimits),
  }),
  fc.record({ path: fc.constant('/page' as const), page: text, measure }),
  fc.record({ path: fc.constantFrom('/report' as const, '/digest' as const), week: text }),
  fc.record({ path: fc.constantFrom('/visitors', '/coverage', '/reports', '/status') }),
);
const address: fc.Arbitrary<Address> = fc.record({
  project: fc.option(text, { nil: null }),
  period,
  view,
});

describe('an address', () => {
  it('is the same after it was written and read, whatever visitors typed', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(parsed(hrefOf(one))).toEqual(one);
      }),
    );
  });

  it('stays on this server, whatever visitors typed', () => {
    fc.assert(
      fc.property(address, (one) => {
        const { origin, username } = new URL(hrefOf(one), 'http://127.0.0.1:8788');
        expect([origin, username]).toEqual(['http://127.0.0.1:8788', '']);
      }),
    );
  });

  it('can be read from anything, and is then written in one way only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, search) => {
        const one = parseAddress(path, search);
        expect(parsed(hrefOf(one))).toEqual(one);
      }),
    );
  });

  it('is short where nothing was chosen', () => {
    const overview = parseAddress('/', '');
    expect(hrefOf(overview)).toBe('/');
    expect(hrefOf({ ...overview, view: { path: '/pages', rank: 'impact', limit: 25 } })).toBe(
      '/pages',
    );
  });

  it('names what was chosen', () => {
    const rate: View = { path: '/pages', rank: 'rate', limit: 100 };
    expect(hrefOf({ project: 'wxb0r23ozh', period: { days: 7 }, view: rate })).toBe(
      '/pages?rank=rate&limit=100&project=wxb0r23ozh&days=7',
    );
  });

  it('without a page or a week is that of all of them', () => {
    expect(parseAddress('/page', '?show=rageClicks').view.path).toBe('/pages');
    expect(parseAddress('/report', '').view.path).toBe('/reports');
  });

  it('elsewhere is that of the overview', () => {
    expect(parseAddress('/nowhere', '').view).toEqual({ path: '/', measure: 'sessions' });
  });
});

function parsed(href: string): Address {
  const { pathname, search } = new URL(href, 'http://127.0.0.1:8788');
  return parseAddress(pathname, search);
}
