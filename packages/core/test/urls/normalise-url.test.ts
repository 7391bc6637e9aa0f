import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UrlRules } from '../../src/index.ts';
import { defaultUrlRules, normaliseUrl } from '../../src/index.ts';
import { NOT_A_WEB_PAGE } from '../../src/urls/not-a-web-page.ts';
import { mayHoldCopies } from '../../src/urls/hosts/web-copies.ts';
import { canonicalText } from '../../src/urls/spelling/canonical-text.ts';

function normalise(url: string, rules: Partial<UrlRules> = {}): string | null {
  return normaliseUrl(url, { ...defaultUrlRules, ...rules });
}

const ALL_OFF = {
  replaceIds: 'none',
  replaceMailAddresses: false,
  dropAllParameters: false,
  keepParameters: [],
  mergeHosts: false,
  indexFiles: false,
  hashRoutes: false,
  mergePaths: [],
} as const;

describe('by default', () => {
  it.each([
    ['https://Shop.Example.com/Pricing/', 'https://shop.example.com/Pricing'],
    ['https://shop.example.com:443/a', 'https://shop.example.com/a'],
    ['http://shop.example.com:8080/a', 'http://shop.example.com:8080/a'],
    ['https://shop.example.com/', 'https://shop.example.com'],
    ['https://shop.example.com/?b=2&a=1', 'https://shop.example.com/?a=1&b=2'],
    ['https://shop.example.com/a/?q=1#top', 'https://shop.example.com/a?q=1'],
    ['https://shop.example.com/a?utm_source=x&gclid=1&FBCLID=2', 'https://shop.example.com/a'],
    [
      'https://shop.example.com/a?utm%5Fsource=x&q=caf%C3%A9',
      'https://shop.example.com/a?q=caf%C3%A9',
    ],
    ['https://shop.example.com/u/jane.doe@mail.example/x', 'https://shop.example.com/u/:id/x'],
    ['https://shop.example.com/a?to=jane%40mail.example', 'https://shop.example.com/a?to=:id'],
    ['https://user:secret@shop.example.com/a', 'https://shop.example.com/a'],
    ['https://Electron', 'https://electron'],
    ['/pricing/?utm_medium=mail', '/pricing'],
    ['', ''],
    ['https://x.example/icon@2x.png', 'https://x.example/icon@2x.png'],
    ['#top', '/'],
    [' $ / ', '$'],
  ])('makes %s the page %s', (raw, page) => {
    expect(normalise(raw)).toBe(page);
  });

  it('leaves numbers in paths alone, because pages may be told apart by them', () => {
    expect(normalise('https://shop.example.com/products/17')).toBe(
      'https://shop.example.com/products/17',
    );
  });
});

describe('by rules', () => {
  it('replaces numeric, UUID and long hexadecimal path parts', () => {
    const rules = { replaceIds: 'all' as const };
    expect(normalise('https://x.example/o/17/edit', rules)).toBe('https://x.example/o/:id/edit');
    expect(normalise('https://x.example/o/7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f', rules)).toBe(
      'https://x.example/o/:id',
    );
    expect(normalise('https://x.example/o/5f4dcc3b5aa765d61d8327deb882cf99', rules)).toBe(
      'https://x.example/o/:id',
    );
    expect(normalise('https://x.example/o/decade', rules)).toBe('https://x.example/o/decade');
  });

  it('drops all parameters but those to keep', () => {
    expect(
      normalise('https://x.example/s?q=1&sid=2&tab=3', {
        dropAllParameters: true,
        keepParameters: ['q'],
      }),
    ).toBe('https://x.example/s?q=1');
  });

  it('leaves out the pages of other hosts', () => {
    expect(normalise('https://translate.example/x', { hosts: ['x.example'] })).toBeNull();
    expect(normalise('https://x.example/x', { hosts: ['x.example'] })).toBe('https://x.example/x');
  });
});

describe('whatever a visitor types', () => {
  const pieces = fc.constantFrom(
    '/',
    '//',
    '?',
    '??',
    '&',
    '#',
    ';',
    '%3B',
    ':',
    '://',
    '.',
    '..',
    '%2e%2e',
    ' ',
    '%20',
    '+',
    '@',
    '%40',
    '=',
    '%',
    'https:',
    'foo:',
    'x.example',
    'users',
    'orders',
    'page-2',
    '17',
    '2026-11-20',
    'a',
    'Z',
    'q=',
    'id=',
    'device=m',
    'gclid=x',
    'amp;gclid=x',
    'sid=1',
    'jsessionid=1A',
    '%41',
    '%4',
    '%7E',
    '%e6',
    'e%CC%81',
    '%C0%80',
    '\u0338',
    '\uD800',
    '*na*',
    'amp;',
    'key=x',
    'login=x',
    'reset',
    '%2541',
    '#/',
    '#!/orders/17',
    'index.html',
    'www.',
    'xn--mller-kva.example',
    'x-example.translate.goog',
    'web.archive.org/web/2026/',
    'webcache.googleusercontent.com/search?q=cache:',
    'translate.google.com/translate?u=',
    'javascript:',
    'file:',
    '%64ata:',
    'product',
    '26',
    'jane@mail.example',
    '+493012345678',
    '555-123-4567',
    '7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f',
    '5f4dcc3b5aa765d61d8327deb882cf99',
    'V1StGXR8_Z5jdHi6B-myT',
  );
  const joined = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
  const hostile = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string(),
    fc.string({ unit: 'binary' }).map((text) => `https://x.example/${text}`),
    joined,
    joined.map((text) => `https://x.example/${text}`),
    joined.map((text) => `https://${text}`),
  );
  const rules = fc.record({
    replaceIds: fc.constantFrom('none' as const, 'personal' as const, 'all' as const),
    replaceMailAddresses: fc.boolean(),
    dropAllParameters: fc.boolean(),
    keepParameters: fc.constantFrom([], ['q', 'sid']),
    mergeHosts: fc.boolean(),
    indexFiles: fc.boolean(),
    hashRoutes: fc.boolean(),
    mergePaths: fc.constantFrom([], ['/product/*/26/*', '/*/a', '/#/*', '/u*/:id', '/orders']),
  });

  it('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(hostile, rules, (raw, given) => {
        const once = normalise(raw, given) ?? '';
        expect(normalise(once, given)).toBe(once);
      }),
      {
        numRuns: 5000,
        examples: ['users://; /', 'https://x.example/.%20', 'https://x.example/%2e%2e /'].map(
          (raw): [string, typeof ALL_OFF] => [raw, ALL_OFF],
        ),
      },
    );
  });

  it('there is a page, and it is on the same host unless it is a copy', () => {
    fc.assert(
      fc.property(hostile, rules, (raw, given) => {
        const page = normalise(raw, { ...given, mergeHosts: false }) ?? '';
        expect(page === '').toBe(raw.trim() === '');
        const host = URL.parse(raw.trim())?.host ?? '';
        // One with a scheme and no host may come to have one, by what is dropped: foo:;jsessionid=1://x
        const mayGainHost = host === '' && /^[a-z\d%][a-z\d%+.-]*:/i.test(raw.trim());
        const isSameHost = (URL.parse(page)?.host ?? '') === host;
        const isElsewhere =
          page === NOT_A_WEB_PAGE || mayHoldCopies(URL.parse(raw.trim())?.host ?? '');
        expect(isSameHost || mayGainHost || isElsewhere).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('every parameter that is left says what one in the address says, or was replaced', () => {
    const said = (text: string): string =>
      canonicalText(text)
        .replaceAll(/%20| /g, '+')
        .replaceAll(/%(?:5B|5D|2C|3A)/g, decodeURIComponent);
    fc.assert(
      fc.property(hostile, (raw) => {
        const query = (normalise(raw) ?? '').split('?').slice(1).join('?');
        const kept = query.split(/[&?]/).filter((pair) => !pair.includes(':id'));
        const url = URL.parse(raw.trim());
        const host = url?.host ?? '';
        // Copies are of pages whose address is escaped once more.
        fc.pre(!mayHoldCopies(host));
        const address = said(host === '' ? raw.toWellFormed() : (url?.href ?? ''));
        expect(kept.filter((pair) => !address.includes(said(pair)))).toEqual([]);
      }),
      { numRuns: 2000, examples: [['foo:?? /']] },
    );
  });
});

it.each([
  ['mail addresses without an end', `https://x.example/${'a%40'.repeat(16_000)}`],
  ['a word without an end', `https://x.example/?${'a'.repeat(64_000)}@`],
  ['slashes without an end', `/${'/'.repeat(64_000)}x`],
  ['parameters without an end', `/?${'a=b@c.de&'.repeat(8_000)}`],
  ['question marks without an end', `/?${'?'.repeat(64_000)}a`],
  ['path parameters without an end', `/a${';a=1%3B'.repeat(8_000)}`],
  ['a token without an end', `/users/${'aB3'.repeat(24_000)}-`],
  ['hexadecimal digits without an end', `/?x=${'a1'.repeat(32_000)}g`],
  ['hyphens without an end', `/${'-'.repeat(64_000)}1`],
  ['a phone number without an end', `/+${'1 '.repeat(32_000)}`],
  ['escapes without an end', `/?${'%25'.repeat(21_000)}%`],
  ['entities without an end', `/?${'amp;'.repeat(16_000)}=1`],
  ['combining marks without an end', `/e${'\u0316\u0301'.repeat(16_000)}`],
  ['escaped marks without an end', `/e${'%CC%96%CC%81'.repeat(8_000)}`],
  ['escaped spaces without an end', `/a${'%20'.repeat(20_000)}b?c=${'%20'.repeat(20_000)}d`],
  ['copies of copies without an end', 'https://web.archive.org/web/2026/'.repeat(2_000)],
  ['stars without an end', `https://x.example/${'*'.repeat(64_000)}`],
  ['folders without an end', `/${'index.html/'.repeat(6_000)}`],
  ['a host without an end', `https://xn--${'a'.repeat(64_000)}/`],
])('takes time in proportion to the length, for %s', (_what, raw) => {
  const rules = { indexFiles: true, mergePaths: ['/*a*b*c/*', '/*e*/*'], hosts: ['*.*.*', '*'] };
  expect(normalise(raw, { ...rules, replaceIds: 'all' })).not.toBeNull();
});
