import { describe, expect, it } from 'vitest';
import type { UrlRules } from '../../src/index.ts';
import { defaultUrlRules, normaliseUrl } from '../../src/index.ts';
import { landingPageVariants } from '../support/landing-page-variants.ts';

const origin = 'https://shop.example';

function pageOf(pathAndQuery: string, rules: Partial<UrlRules> = {}): string | null {
  const page = normaliseUrl(`${origin}${pathAndQuery}`, { ...defaultUrlRules, ...rules });
  return page === null ? null : page.replace(origin, '');
}

describe('one page', () => {
  it('stays one page in a thousand variants of its address', () => {
    const landing = `${origin}/landing/reading-lamps-2026`;
    const variants = landingPageVariants(landing, 1000);
    expect(new Set(variants).size).toBe(1000);
    const pages = Map.groupBy(variants, (variant) => normaliseUrl(variant, defaultUrlRules));
    expect([...pages.keys()]).toEqual([landing]);
  });

  it('keeps what it shows apart in the same variants', () => {
    const variants = landingPageVariants(`${origin}/lamps`, 1000);
    const pages = variants.map((variant) =>
      normaliseUrl(variant.replace(/[?]/, '?page=2&colour=red&'), defaultUrlRules),
    );
    expect(new Set(pages)).toEqual(new Set([`${origin}/lamps?colour=red&page=2`]));
  });

  it('has no more than its own parameters where all are dropped', () => {
    const variants = landingPageVariants(`${origin}/lamps?page=2`, 200);
    const rules = { ...defaultUrlRules, dropAllParameters: true };
    expect(new Set(variants.map((variant) => normaliseUrl(variant, rules)))).toEqual(
      new Set([`${origin}/lamps`]),
    );
  });
});

describe('pages that stay apart', () => {
  it.each([
    [
      'products by number',
      ['/products/17', '/products/18', '/p/4006381333931', '/item/1234567890123456'],
    ],
    [
      'products by query',
      ['/product?id=17', '/product?id=18', '/product?product_id=17', '/product?sku=AB-17-X'],
    ],
    ['variants', ['/lamp?variant=44444444444441', '/lamp?variant=44444444444442']],
    [
      'search pages',
      [
        '/search?q=lamp',
        '/search?q=reading+lamp',
        '/search?q=caf%C3%A9',
        '/search?query=lamp',
        '/search?keyword=lamp',
        '/search?s=iphone+15+pro+max+256gb',
      ],
    ],
    [
      'pagination',
      [
        '/lamps',
        '/lamps?page=2',
        '/lamps?page=3',
        '/lamps/page/2',
        '/lamps/page/3',
        '/lamps?offset=20',
        '/lamps?rows=20&start=40',
      ],
    ],
    [
      'slugs with digits',
      [
        '/blog/how-to-choose-a-reading-lamp-2026',
        '/blog/how-to-choose-a-reading-lamp-2025',
        '/blog/top-10-lamps-for-24-hour-reading-in-2026',
        '/p/samsung-galaxy-s24-ultra-256gb-titanium-black',
        '/p/samsung-galaxy-s24-ultra-512gb-titanium-black',
        '/p/crucial-ct1000p3pssd8-1tb-nvme',
        '/p/sony-wh1000xm5-noise-cancelling',
        '/p/samsunggalaxys24ultra256gb',
        '/story/how-to-choose-a-lamp-3f2a9c81b7d4',
        '/docs/ElasticLoadBalancingV2',
        '/docs/Direct3D11CaptureFramePool',
        '/docs/HowToChooseAReadingLamp2026',
        '/blog/Donaudampfschifffahrt2026',
      ],
    ],
    [
      'sizes and measures',
      [
        '/jeans?size=w32l34',
        '/jeans?size=w33l34',
        '/jeans?size=w32l34-w33l34-w34l34',
        '/rug/160x230',
        '/rug/200x300',
        '/tyre/205-55-r16',
        '/tyre/205-55-r17',
      ],
    ],
    [
      'dates in paths',
      [
        '/news/2026/11/20',
        '/news/2026/11/21',
        '/2026-11-20/lamps',
        '/news/20261120',
        '/archive/2026-w47',
      ],
    ],
    [
      'dates in queries',
      [
        '/events?from=2026-11-20T05:00:00Z&to=2026-11-21T05:00:00Z',
        '/events?from=2026-11-21T05:00:00Z&to=2026-11-22T05:00:00Z',
        '/events?day=20261120T050000-20261121T050000',
      ],
    ],
    [
      'languages',
      ['/?lang=en', '/?lang=de', '/?hl=en-GB', '/?locale=pt_BR', '/en/lamps', '/de/lamps'],
    ],
    [
      'filters and order',
      [
        '/lamps?order=price_asc',
        '/lamps?sort=price',
        '/lamps?price=10-200',
        '/lamps?brand=nike,adidas,puma,asics,reebok',
        '/lamps?client=business',
        '/lamps?code=SUMMER26',
        '/lamps?key=overview',
        '/lamps?state=CA',
      ],
    ],
    [
      'words that ads use too',
      [
        '/repair?device=iphone-15',
        '/repair?device=pixel-9',
        '/plans?network=5g',
        '/plans?network=fibre',
        '/shop?creative=posters',
      ],
    ],
    [
      'what people are told by a name',
      ['/users/jane-doe', '/users/john-doe', '/u/jane', '/people/ada-lovelace'],
    ],
    [
      'pages about accounts',
      [
        '/account/login',
        '/account/2fa',
        '/account/settings',
        '/orders',
        '/orders/page-2',
        '/customers/cyber-monday-2026',
        '/client-stories/17',
        '/made-to-order/17',
        '/tickets/17',
        '/cases/17',
        '/authors/17',
      ],
    ],
    [
      'writing',
      [
        '/%E5%95%86%E5%93%81/%E4%BE%A1%E6%A0%BC',
        '/%E5%95%86%E5%93%81/%E4%B8%80%E8%A6%A7',
        '/search?q=%E6%97%A5%E6%9C%AC%E8%AA%9E%E6%97%A5%E6%9C%AC%E8%AA%9E',
      ],
    ],
    [
      'path parameters that show something else',
      ['/cars;colour=red', '/cars;colour=blue', '/cars'],
    ],
    [
      'scoped names',
      [
        '/@jane',
        '/@john',
        '/package/@scope/name@1.2.3',
        '/package/@scope/name@1.2.4',
        '/icon@2x.png',
      ],
    ],
  ])('%s', (_what, addresses) => {
    const pages = addresses.map((address) => pageOf(address));
    expect(pages).toEqual(addresses);
    expect(new Set(pages).size).toBe(addresses.length);
  });
});

describe('ids in a path', () => {
  it.each([
    ['/o/7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f', '/o/:id'],
    ['/o/7F3C1C1E-9F1B-4B7E-8D6A-0C9C6B2D1E4F/edit', '/o/:id/edit'],
    ['/o/5f4dcc3b5aa765d61d8327deb882cf99', '/o/:id'],
    ['/o/507f1f77bcf86cd799439011', '/o/:id'],
    ['/share/V1StGXR8_Z5jdHi6B-myT', '/share/:id'],
    ['/share/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/share/:id'],
    ['/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN', '/reset/:id'],
    ['/pay/cs_test_a1B2c3D4e5F6g7H8i9J0k1L2', '/pay/:id'],
    ['/unsubscribe/token-5f4dcc3b5aa765d61d8327deb882cf99', '/unsubscribe/:id'],
    ['/users/17', '/users/:id'],
    ['/user/17/settings', '/user/:id/settings'],
    ['/Users/17', '/Users/:id'],
    ['/u/17', '/u/:id'],
    ['/customers/c-204117', '/customers/:id'],
    ['/customer/cus_9s6XKzkNRiz8i3', '/customer/:id'],
    ['/my-orders/1042', '/my-orders/:id'],
    ['/my-account/view-order/1042', '/my-account/view-order/:id'],
    ['/checkout/order-received/1042', '/checkout/order-received/:id'],
    ['/orders/%231042', '/orders/:id'],
    ['/orders/A1B2C3D4E5', '/orders/:id'],
    ['/invoices/INV-2026-0042.pdf', '/invoices/:id'],
    ['/patients/17/appointments/18', '/patients/:id/appointments/:id'],
    ['/kunden/17/bestellungen/18', '/kunden/:id/bestellungen/:id'],
    ['/profile/17', '/profile/:id'],
    ['/bookings/17/products/18', '/bookings/:id/products/18'],
    ['/cart;jsessionid=1A2B3C4D', '/cart'],
    ['/cart;JSESSIONID=1A2B3C4D.node1/items?page=2', '/cart/items?page=2'],
    ['/cart%3Bjsessionid=1A2B3C4D', '/cart'],
    ['/cars;colour=red;jsessionid=1A2B;seats=4', '/cars;colour=red;seats=4'],
    ['/tel/+493012345678', '/tel/:id'],
    ['/tel/%2B49%2030%2012345678', '/tel/:id'],
    ['/call/(555)%20123-4567', '/call/:id'],
    ['/u/jane.doe@mail.example/x', '/u/:id/x'],
    ['/u/jane.doe%40mail.example', '/u/:id'],
    ['/u/jane.doe%2540mail.example', '/u/:id'],
  ])('%s becomes %s', (address, page) => {
    expect(pageOf(address)).toBe(page);
  });

  it('stay where the rules replace none, but for mail addresses and sessions', () => {
    const rules = { replaceIds: 'none' as const };
    expect(pageOf('/users/17/7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f', rules)).toBe(
      '/users/17/7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f',
    );
    expect(pageOf('/tel/+493012345678', rules)).toBe('/tel/+493012345678');
    expect(pageOf('/u/jane@mail.example;jsessionid=1', rules)).toBe('/u/:id');
  });

  it('are all replaced where the rules say so', () => {
    const rules = { replaceIds: 'all' as const };
    expect(pageOf('/products/17/2026/lamp-17', rules)).toBe('/products/:id/:id/lamp-17');
    expect(pageOf('/users/17/o/deadbeefdeadbeef', rules)).toBe('/users/:id/o/:id');
  });
});

describe('parameters', () => {
  it.each([
    'uid',
    'user_id',
    'userId',
    'USERID',
    'user-id',
    'customer_id',
    'client_id',
    'email',
    'e-mail',
    'user%5Femail',
    'mail',
    'phone',
    'tel',
    'token',
    'access_token',
    'id_token',
    'reset_password_token',
    'auth',
    'session',
    'sid',
    'sessionid',
    'PHPSESSID',
    'jsessionid',
    'ASPSESSIONIDQQABCD',
    'password',
    'pwd',
    'order_id',
    'amp;user_id',
  ])('named %s say who a visitor is, and are dropped unless they are to be kept', (name) => {
    expect(pageOf(`/a?${name}=17&page=2`)).toBe('/a?page=2');
    const plain = decodeURIComponent(name).replace('amp;', '');
    const kept = { keepParameters: [plain] };
    expect(pageOf(`/a?${name}=17&page=2`, kept)).toContain(`${plain}=17`);
  });

  it.each([
    'id',
    'product_id',
    'variant',
    'page',
    'q',
    'order',
    'client',
    'key',
    'code',
    'cid',
    'pid',
    'ref',
  ])('named %s say what is shown, and stay', (name) => {
    expect(pageOf(`/a?${name}=17`)).toBe(`/a?${name}=17`);
  });

  it('that name what is shown stay, and an opaque value of theirs is replaced', () => {
    expect(pageOf('/a?id=7f3c1c1e-9f1b-4b7e-8d6a-0c9c6b2d1e4f&page=2')).toBe('/a?id=:id&page=2');
    expect(pageOf('/a?product_id=507f1f77bcf86cd799439011', { replaceIds: 'none' })).toBe(
      '/a?product_id=507f1f77bcf86cd799439011',
    );
  });

  it('with an opaque value are kept when they are to be kept', () => {
    const token = 'V1StGXR8_Z5jdHi6B-myTV1StGXR8_Z5jdHi6B';
    expect(pageOf(`/a?Cursor=${token}`)).toBe('/a');
    expect(pageOf(`/a?Cursor=${token}`, { keepParameters: ['cursor'] })).toBe(`/a?Cursor=${token}`);
  });

  it('drop only with a value of theirs where ads use an ordinary word', () => {
    expect(pageOf('/a?device=m&network=g&creative=612345678901')).toBe('/a');
    expect(pageOf('/a?device=mobile&network=5g&creative=12')).toBe(
      '/a?creative=12&device=mobile&network=5g',
    );
  });

  it('have mail addresses and phone numbers replaced under any name', () => {
    expect(pageOf('/a?contact=jane%40mail.example')).toBe('/a?contact=:id');
    expect(pageOf('/a?contact=jane%2540mail.example')).toBe('/a?contact=:id');
    expect(pageOf('/a?next=/u/jane@mail.example/x')).toBe('/a?next=/u/:id/x');
    expect(pageOf('/a?contact=%2B49%2030%2012345678')).toBe('/a?contact=:id');
    expect(pageOf('/a?contact=555-123-4567')).toBe('/a?contact=:id');
    expect(pageOf('/a?contact=jane@mail.example', { replaceMailAddresses: false })).toBe(
      '/a?contact=jane@mail.example',
    );
  });

  it('behind a second question mark are parameters too, and other question marks stay', () => {
    expect(pageOf('/a?size=2?gclid=x')).toBe('/a?size=2');
    expect(pageOf('/a?gclid=x?size=2')).toBe('/a?size=2');
    expect(pageOf('/a?q=what?&p=1')).toBe('/a?p=1&q=what?');
  });

  it('are matched without regard to case, and by their beginning', () => {
    const rules = { dropParameters: ['Ref', 'x_*'], keepParameters: ['X_keep', 'utm_content'] };
    expect(pageOf('/a?REF=1&x_a=1&x_KEEP=2&utm_content=b&utm_term=c&y=3', rules)).toBe(
      '/a?utm_content=b&x_KEEP=2&y=3',
    );
  });

  it('that cannot be decoded are judged by what can', () => {
    expect(pageOf('/a?%E0%A4%A=1&utm%5Fsource%E0%A4=2')).toBe('/a?%E0%A4%25A=1');
  });
});
