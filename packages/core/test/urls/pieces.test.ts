import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_A_WEB_PAGE, pageLinks } from '../../src/index.ts';
import { dashboardLink } from '../../src/urls/clarity-links.ts';
import { isContactDetail } from '../../src/urls/contact-details.ts';
import { decodedText } from '../../src/urls/spelling/decoded-text.ts';
import { hasOpaquePart } from '../../src/urls/opaque-text.ts';
import { matchNames } from '../../src/urls/parameters/parameter-names.ts';
import { isPersonalParameter } from '../../src/urls/parameters/personal-parameters.ts';
import { isIdOfPerson, namesPerson } from '../../src/urls/paths/personal-path.ts';
import { isTrackingName, isValueOfAd } from '../../src/urls/parameters/tracking-parameters.ts';

describe('a tracking parameter', () => {
  it.each([
    'utm_source',
    'utm_anything_new',
    'gclid',
    'fbclid',
    'msclkid',
    'mc_cid',
    '_ga',
    'wt.mc_id',
    'hsa_cam',
    'mtm_kwd',
  ])('is %s', (name) => {
    expect(isTrackingName(name)).toBe(true);
  });

  it.each(['q', 'page', 'id', 'utm', 'color', 'ga', 'sort', 'variant', 'lang'])(
    'is not %s, which says what is shown',
    (name) => {
      expect(isTrackingName(name)).toBe(false);
    },
  );

  it.each([
    ['device', 'm', true],
    ['device', 'iphone-15', false],
    ['network', 'g', true],
    ['network', 'lan', false],
    ['creative', '623456789', true],
    ['creative', 'spring', false],
  ])('is %s with the value %s only where Google gave it: %j', (name, value, isTracking) => {
    expect(isValueOfAd(name, value)).toBe(isTracking);
  });
});

describe('a personal parameter', () => {
  it.each([
    'email',
    'newmail',
    'e-mail',
    'user_id',
    'customer_number',
    'phpsessid',
    'jsessionid',
    'reset_password_token',
    'access_token',
    'client_secret',
    'order_id',
    'sid',
    'aspsessionidabc',
    'first_name',
    'dateofbirth',
  ])('is %s', (name) => {
    expect(isPersonalParameter(name)).toBe(true);
  });

  it.each(['id', 'order', 'client', 'key', 'product_id', 'sort', 'code', 'ref'])(
    'is not %s',
    (name) => {
      expect(isPersonalParameter(name)).toBe(false);
    },
  );
});

describe('what follows a word for people', () => {
  it.each(['users', 'user', 'my-orders', 'MyAccount', 'order_received', 'kunden', 'factures', 'u'])(
    'is looked at after %s',
    (part) => {
      expect(namesPerson(part)).toBe(true);
    },
  );

  it.each(['tickets', 'reviews', 'authors', 'apps', 'products', 'mystery', ''])(
    'is left alone after %j',
    (part) => {
      expect(namesPerson(part)).toBe(false);
    },
  );

  it.each([
    ['17', true],
    ['INV-2026-0042', true],
    ['٤٢', true],
    ['jane-doe', false],
    ['page-2', false],
    ['settings', false],
    ['', false],
  ])('%j is an id: %j', (text, isId) => {
    expect(isIdOfPerson(text)).toBe(isId);
  });
});

describe('contact details', () => {
  const rules = { replaceMailAddresses: true, replaceIds: 'personal' } as const;

  it.each([
    'jane@mail.example',
    'jane%40mail.example',
    'jane%2540mail.example',
    'jane+tag@sub.mail.example',
    '+49 30 123456-78',
    '+493012345678',
    'tel:+15551234567',
    '(555) 123-4567',
    '555-123-4567',
  ])('are %s', (part) => {
    expect(isContactDetail(part, rules)).toBe(true);
  });

  it.each([
    'icon@2x.png',
    'banner@3.webp',
    '@handle',
    'jane@localhost',
    '2026-11-20',
    '5551234567',
    '1-2-3',
    '+1',
  ])('are not %s', (part) => {
    expect(isContactDetail(part, rules)).toBe(false);
  });

  it('stay where the rules leave them', () => {
    const left = { replaceMailAddresses: false, replaceIds: 'none' } as const;
    expect(isContactDetail('jane@mail.example', left)).toBe(false);
    expect(isContactDetail('+493012345678', left)).toBe(false);
  });
});

describe('opaque text', () => {
  const inPath = { changesEvery: 6 };

  it.each([
    '7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f',
    '5f4dcc3b5aa765d61d8327deb882cf99',
    'V1StGXR8_Z5jdHi6B-myT',
    'before 5f4dcc3b5aa765d61d8327deb882cf99 after',
  ])('is in %s', (text) => {
    expect(hasOpaquePart(text, inPath)).toBe(true);
  });

  it.each([
    'how-to-choose-a-reading-lamp-2026',
    'w32l34-w33l34-w34l34',
    '20261120-20261121-20261122',
    'deadbeefdeadbeef',
    'decade',
    'short1A',
  ])('is not in %s, which people can read', (text) => {
    expect(hasOpaquePart(text, inPath)).toBe(false);
  });
});

describe('decoded text', () => {
  it.each([
    ['caf%C3%A9', 'café'],
    ['a%2540b', 'a@b'],
    // A third round is nothing that a mailer or a redirect makes.
    ['a%252540b', 'a%40b'],
    ['100%', '100%'],
    ['%E4%40', '%E4@'],
    ['plain', 'plain'],
  ])('of %s is %s', (piece, text) => {
    expect(decodedText(piece)).toBe(text);
  });

  it('is what was encoded, once or twice', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('%'));
    fc.assert(
      fc.property(text, (value) => {
        const once = encodeURIComponent(value);
        expect(decodedText(once)).toBe(value);
        expect(decodedText(encodeURIComponent(once))).toBe(value);
      }),
    );
  });
});

it('matches names in any case, and by their beginning where they end in a star', () => {
  const matches = matchNames(['Sort', 'filter_*', '*']);
  expect(['sort', 'filter_', 'filter_size'].every(matchNames(['Sort', 'filter_*']))).toBe(true);
  expect(['sorted', 'filter', 'xfilter_a', ''].some(matchNames(['Sort', 'filter_*']))).toBe(false);
  expect(matches('anything')).toBe(true);
  expect(matchNames([])('a')).toBe(false);
});

describe('links into Clarity', () => {
  const days = { from: '2026-11-16', to: '2026-11-22', timeZone: 'Europe/Berlin' };
  const [start, end] = [Date.parse('2026-11-15T23:00:00Z'), Date.parse('2026-11-22T23:00:00Z') - 1];
  const dates = `date=Custom&start=${start}&end=${end}`;

  it.each(['https://a.example', '/', 'https://a.example/?q=1', 'https://a.example/:id', '/*/26'])(
    'have no filter for %s, whose path all pages contain',
    (page) => {
      const { recordings } = pageLinks('wxb0r23ozh', page, days);
      expect(recordings).toBe(
        `https://clarity.microsoft.com/projects/view/wxb0r23ozh/impressions?${dates}`,
      );
    },
  );

  it.each([
    ['https://a.example/product/*/26/*', '/product/'],
    ['https://a.example/#/orders/:id', '/#/orders/'],
    ['https://a.example/#/cart?b=1', '/#/cart'],
    ['https://müller.example/a', '/a'],
  ])('filter %s by %s', (page, path) => {
    const { heatmap } = pageLinks('wxb0r23ozh', page, days);
    expect(new URL(heatmap ?? '').searchParams.get('URL')).toBe(`2;2;${path}`);
  });

  it('are none for what is not a web page', () => {
    expect(pageLinks('wxb0r23ozh', NOT_A_WEB_PAGE, days).recordings).toBeNull();
  });

  it('filter by the path, as far as Clarity has it too', () => {
    const { recordings, heatmap } = pageLinks(
      'wxb0r23ozh',
      'https://a.example/users/:id/orders',
      days,
    );
    expect(recordings).toBe(
      'https://clarity.microsoft.com/projects/view/wxb0r23ozh/impressions?' +
        `${dates}&URL=2%3B2%3B%2Fusers%2F`,
    );
    expect(heatmap).toBe(recordings?.replace('/impressions?', '/heatmaps?'));
  });

  it.each(['', 'short', 'UPPERCASE1', 'a/../../etc', 'wxb0r23ozh?x', 'a'.repeat(21)])(
    'are none for the project id %j',
    (id) => {
      expect(pageLinks(id, '/a', days)).toEqual({ recordings: null, heatmap: null });
      expect(dashboardLink(id)).toBeNull();
    },
  );

  it('are none for a page without a name, which would match every page', () => {
    expect(pageLinks('wxb0r23ozh', '', days)).toEqual({ recordings: null, heatmap: null });
  });

  it('stay links of bounded length, whatever visitors made of the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 500 }), (page) => {
        const { recordings } = pageLinks('wxb0r23ozh', page, days);
        const url = new URL(recordings ?? '');
        expect(url.origin + url.pathname).toBe(
          'https://clarity.microsoft.com/projects/view/wxb0r23ozh/impressions',
        );
        expect([...url.searchParams.keys()]).toEqual(
          ['date', 'start', 'end', 'URL'].slice(0, url.searchParams.has('URL') ? 4 : 3),
        );
        expect(recordings?.length).toBeLessThan(390);
      }),
    );
  });
});
