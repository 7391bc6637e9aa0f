import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultUrlRules, normaliseUrl, urlRulesSchema } from '../../src/index.ts';

const normalise = (url: string) => normaliseUrl(url, defaultUrlRules);

const word = fc.constantFrom(
  'pricing',
  'Products',
  'reading-lamp',
  'a',
  'caf%C3%A9',
  '2026',
  'x.html',
);
const path = fc.array(word, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const pair = fc
  .tuple(
    fc.constantFrom('q', 'tab', 'color', 'size', 'sort'),
    fc.constantFrom('1', 'blue', 'x%20y'),
  )
  .map(([name, value]) => `${name}=${value}`);
const pairs = fc.uniqueArray(pair, { maxLength: 4 });
const tracking = fc.constantFrom(
  'utm_source=mail',
  'gclid=Cj0',
  'FBCLID=abc',
  'msclkid=1',
  '_ga=2.1',
  'mc_eid=x',
);

const url = (where: string, query: readonly string[]) =>
  `https://shop.example${where}${query.length === 0 ? '' : `?${query.join('&')}`}`;

describe('the same page', () => {
  it('is reached in whatever order the parameters stand', () => {
    fc.assert(
      fc.property(path, pairs, (where, query) => {
        expect(normalise(url(where, query.toReversed()))).toBe(normalise(url(where, query)));
      }),
    );
  });

  it('is reached from every campaign', () => {
    fc.assert(
      fc.property(path, pairs, fc.array(tracking, { minLength: 1 }), (where, query, tags) => {
        expect(normalise(url(where, [...tags, ...query]))).toBe(normalise(url(where, query)));
        expect(normalise(url(where, [...query, ...tags]))).toBe(normalise(url(where, query)));
      }),
    );
  });

  it('is reached with a fragment, a trailing slash, the default port, or a host in capitals', () => {
    fc.assert(
      fc.property(path, pairs, (where, query) => {
        const page = normalise(url(where, query));
        const search = query.length === 0 ? '' : `?${query.join('&')}`;
        expect(normalise(`${url(where, query)}#top`)).toBe(page);
        expect(normalise(`https://shop.example:443${where}${search}`)).toBe(page);
        expect(normalise(`HTTPS://SHOP.Example${where}${search}`)).toBe(page);
        expect(normalise(`https://shop.example${where}/${search}`)).toBe(page);
      }),
    );
  });
});

describe('another page', () => {
  it('is what has another path, another host, or another parameter that it shows', () => {
    fc.assert(
      fc.property(path, pairs, (where, query) => {
        const page = normalise(url(where, query));
        expect(normalise(url(`${where}/more`, query))).not.toBe(page);
        expect(normalise(url(where, [...query, 'other=1']))).not.toBe(page);
        expect(normalise(url(where, query).replace('shop.', 'blog.'))).not.toBe(page);
        expect(normalise(url(where, query).replace('https:', 'http:'))).not.toBe(page);
      }),
    );
  });

  it('keeps the case of its path, because servers do', () => {
    expect(normalise('https://shop.example/Sale')).not.toBe(normalise('https://shop.example/sale'));
  });
});

describe('the rules', () => {
  it('have defaults for all that is not given', () => {
    expect(urlRulesSchema.parse({})).toEqual({
      dropParameters: [],
      dropAllParameters: false,
      keepParameters: [],
      replaceIds: 'personal',
      replaceMailAddresses: true,
      hosts: null,
      mergeHosts: false,
      indexFiles: false,
      hashRoutes: false,
      mergePaths: [],
    });
  });

  it('lower hosts and trim names', () => {
    expect(
      urlRulesSchema.parse({ hosts: [' Shop.Example '], dropParameters: [' sort '] }),
    ).toMatchObject({
      hosts: ['shop.example'],
      dropParameters: ['sort'],
    });
  });

  it.each([
    { hosts: [] },
    { hosts: [''] },
    { dropParameters: [' '] },
    { keepParameters: ['x'.repeat(101)] },
    { replaceIds: 'some' },
    { dropEverything: true },
    { mergePaths: ['product'] },
    { mergePaths: ['/search?q=*'] },
  ])('are not %j', (rules) => {
    expect(urlRulesSchema.safeParse(rules).success).toBe(false);
  });

  it('keep what they name, even a parameter that would track or tell who somebody is', () => {
    const rules = { ...defaultUrlRules, keepParameters: ['utm_content', 'user'] };
    expect(normaliseUrl('https://a.example/?utm_content=x&user=7&gclid=1', rules)).toBe(
      'https://a.example/?user=7&utm_content=x',
    );
  });

  it('drop what they name, also by its beginning', () => {
    const rules = { ...defaultUrlRules, dropParameters: ['filter_*', 'sort'] };
    expect(normaliseUrl('https://a.example/l?filter_size=4&SORT=up&page=2', rules)).toBe(
      'https://a.example/l?page=2',
    );
  });
});
