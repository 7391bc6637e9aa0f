import { describe, expect, it } from 'vitest';
import type { UrlRules } from '../../src/index.ts';
import { defaultUrlRules, NOT_A_WEB_PAGE, normaliseUrl } from '../../src/index.ts';

function pageOf(raw: string, rules: Partial<UrlRules> = {}): string | null {
  return normaliseUrl(raw, { ...defaultUrlRules, ...rules });
}

const origin = 'https://shop.example';

describe('one page in several spellings', () => {
  it.each([
    ['/%7Ejane/%41', '/~jane/A'],
    ['/%e6%97%a5', '/%E6%97%A5'],
    ['/%e6', '/%E6'],
    ['/cafe%CC%81', '/caf%C3%A9'],
    ['/caf%C3%A9', '/caf%C3%A9'],
    ['/café', '/caf%C3%A9'],
    ['/a%20', '/a'],
    ['/a%20/', '/a'],
    ['/a?q=x%20', '/a?q=x'],
    ['/100%', '/100%25'],
    ['/s?q=a%20b', '/s?q=a+b'],
    ['/s?q=a+b', '/s?q=a+b'],
    ['/s?q=c%2B%2B', '/s?q=c%2B%2B'],
    ['/s?filter%5Bx%5D=1', '/s?filter[x]=1'],
    ['/s?brand=a%2Cb', '/s?brand=a,b'],
    ['/s?amp;x=1', '/s?x=1'],
    ['/s?y=2&amp;x=1', '/s?x=1&y=2'],
    ['/s?y=2&amp%3Bx=1', '/s?x=1&y=2'],
    ['/s?amp=1', '/s?amp=1'],
    ['/a%2Fb', '/a%2Fb'],
    ['/a%2fb', '/a%2Fb'],
    ['/%4%31', '/%2541'],
    ['/%C0%80', '/%C0%80'],
    ['/%ae%CC%81', '/%AE%CC%81'],
  ])('%s is %s', (raw, page) => {
    expect(pageOf(`${origin}${raw}`)).toBe(`${origin}${page}`);
    expect(pageOf(raw)).toBe(page);
  });
});

describe('parameters that say how or who', () => {
  it.each(
    [
      'ip fbp fbc _fbp _fbc event_id invoice_no name birth lat lng plz __cf_chl_tk __cf_chl_rt_tk _pos _ss _psq',
      '__s _trms algo_pvid pvid bsft_uid gps_adid kwp_0 nb_klid obOrigUrl ref_src sca_ref syclid trk vgo_ee NaPm',
      'cafe_mkt dtr_a media_type realNameEncrypt sex authType mibextid _x_tr_sl',
    ]
      .join(' ')
      .split(' '),
  )('%s is dropped', (name) => {
    expect(pageOf(`${origin}/a?${name}=17&page=2`)).toBe(`${origin}/a?page=2`);
    expect(pageOf(`${origin}/a?${name}=17`, { keepParameters: [name] })).toBe(
      `${origin}/a?${name}=17`,
    );
  });

  it.each([
    ['/a?authenticate=1&key=x', '/a?authenticate=1'],
    ['/a?key=x&login=jane&action=rp', '/a?action=rp'],
    ['/a?key=wc_order_x', '/a'],
    ['/a?key=overview', '/a?key=overview'],
    ['/a?login=1', '/a?login=1'],
    ['/a?q=*na*&p=1', '/a?p=1'],
    ['/a?q=%2Ana%2A', '/a'],
    ['/account/reset/6543210987/0a1b2c3d4e5f6071-1700000000', '/account/reset/:id/:id'],
    ['/account/reset/6543210987/0a1b2c-17', '/account/reset/:id/:id'],
    ['/account/activate/17/0A1B2C3D4E5F60718293-1700000000', '/account/activate/:id/:id'],
  ])('%s becomes %s', (raw, page) => {
    expect(pageOf(`${origin}${raw}`)).toBe(`${origin}${page}`);
  });
});

describe('copies', () => {
  it.each([
    ['https://www-shop-example.translate.goog/a?_x_tr_sl=de&b=1', 'https://www.shop.example/a?b=1'],
    ['https://my--shop-example.translate.goog/a', 'https://my-shop.example/a'],
    ['https://shop-example.translate.goog/a?_x_tr_sch=http', 'http://shop.example/a'],
    [
      'https://translate.google.com/translate?sl=de&u=https%3A%2F%2Fshop.example%2Fa%3Fgclid%3D1',
      '/a',
    ],
    [
      'https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://shop.example/a+lamp',
      '/a',
    ],
    ['https://webcache.googleusercontent.com/search?q=cache:shop.example/a', '/a'],
    ['https://web.archive.org/web/20261120050000/https://shop.example/a?b=1', '/a?b=1'],
    ['https://web.archive.org/web/20261120050000if_/https:/shop.example/a', '/a'],
    ['https://web.archive.org/web/2026/shop.example/a', '/a'],
    ['https://cc.bingj.com/cache.aspx?q=lamp&u=https%3a%2f%2fshop.example%2fa', '/a'],
    ['https://shop-example.cdn.ampproject.org/c/s/shop.example/a', '/a'],
  ])('%s are pages of their origin', (raw, page) => {
    expect(pageOf(raw)).toBe(page.startsWith('/') ? `${origin}${page}` : page);
  });

  it('count by the host of their origin', () => {
    const raw = 'https://shop-example.translate.goog/a';
    expect(pageOf(raw, { hosts: ['shop.example'] })).toBe(`${origin}/a`);
    expect(pageOf(raw, { hosts: ['other.example'] })).toBeNull();
  });

  it('stay where they are when they do not say of what', () => {
    expect(pageOf('https://cc.bingj.com/cache.aspx?q=node.js')).toBe(
      'https://cc.bingj.com/cache.aspx?q=node.js',
    );
    expect(pageOf('https://web.archive.org/about')).toBe('https://web.archive.org/about');
  });
});

describe('hosts', () => {
  it.each([
    ['xn--mller-kva.example', 'müller.example'],
    ['xn--mller-kva.example:8443', 'müller.example:8443'],
    ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
    ['xn--fiq228c.example', '中文.example'],
    ['xn--r8jz45g.example', '例え.example'],
    // Cyrillic letters that look like "apple".
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    // A Cyrillic letter in a Latin word.
    ['xn--pypal-4ve.com', 'xn--pypal-4ve.com'],
    // From right to left.
    ['xn--4dbcagdahymbxekheh6e0a7fei0b.example', 'xn--4dbcagdahymbxekheh6e0a7fei0b.example'],
    ['xn--a-ecp.ru', 'xn--a-ecp.ru'],
  ])('%s is shown as %s', (host, shown) => {
    expect(pageOf(`https://${host}/a`)).toBe(`https://${shown}/a`);
    expect(pageOf(`https://${shown}/a`)).toBe(`https://${shown}/a`);
  });

  it.each([
    [['*--site.netlify.app'], 'a1b2--site.netlify.app', true],
    [['*--site.netlify.app'], 'site.netlify.app', false],
    [['*.shop.example'], 'www.shop.example', true],
    [['*.shop.example'], 'shop.example', false],
    [['!*--site.netlify.app'], 'a1b2--site.netlify.app', false],
    [['!*--site.netlify.app'], 'shop.example', true],
    [['*.example', '!stage.*'], 'stage.example', false],
    [['müller.example'], 'xn--mller-kva.example', true],
    [['xn--mller-kva.example'], 'müller.example', true],
  ])('of the list %j count: %s %s', (hosts, host, isCounted) => {
    expect(pageOf(`https://${host}/a`, { hosts }) !== null).toBe(isCounted);
  });
});

it.each([
  'file:///C:/Users/jane/shop.html',
  'about:blank',
  'about:srcdoc',
  'data:text/html,hello',
  'blob:https://shop.example/17',
  'chrome-extension://abcdefgh/index.html',
  'moz-extension://abcdefgh/index.html',
  'capacitor://localhost/orders/17',
  'android-app://com.google.android.gm/',
  'javascript:alert(1)',
  'JavaScript:void(0)',
  'java\nscript:alert(1)',
])('%s is not a web page', (raw) => {
  expect(pageOf(raw)).toBe(NOT_A_WEB_PAGE);
  expect(pageOf(raw, { hosts: ['shop.example'] })).toBe(NOT_A_WEB_PAGE);
  expect(pageOf(NOT_A_WEB_PAGE)).toBe(NOT_A_WEB_PAGE);
});

describe('rules that are off unless wanted', () => {
  it.each([
    ['hashRoutes', `${origin}/#/orders/17`, `${origin}/#/orders/:id`],
    ['hashRoutes', `${origin}/#/cart/?b=1&token=x`, `${origin}/#/cart?b=1`],
    ['hashRoutes', `${origin}/app/#!/x`, `${origin}/app#!/x`],
    ['hashRoutes', `${origin}/#/`, origin],
    ['hashRoutes', `${origin}/a#top`, `${origin}/a`],
    ['mergeHosts', 'http://www.shop.example/a', `${origin}/a`],
    ['mergeHosts', 'http://shop.example:8080/a', 'http://shop.example:8080/a'],
    ['mergeHosts', 'https://www.example/a', 'https://www.example/a'],
    ['indexFiles', `${origin}/index.html`, origin],
    ['indexFiles', `${origin}/a/index.php?p=1`, `${origin}/a?p=1`],
    ['indexFiles', `${origin}/a/Default.aspx`, `${origin}/a`],
    ['indexFiles', `${origin}/a/my-index.html`, `${origin}/a/my-index.html`],
  ])('%s makes %s the page %s', (rule, raw, page) => {
    expect(pageOf(raw, { [rule]: true })).toBe(page);
    expect(pageOf(page, { [rule]: true })).toBe(page);
  });

  it('mergeHosts finds copies behind www.', () => {
    const raw = 'https://www.webcache.googleusercontent.com/search?q=cache:shop.example/a';
    expect(pageOf(raw, { mergeHosts: true })).toBe(`${origin}/a`);
  });

  it('mergeHosts counts a site by either of its names', () => {
    const rules = { mergeHosts: true, hosts: ['www.shop.example'] };
    expect(pageOf('https://shop.example/a', rules)).toBe(`${origin}/a`);
    expect(pageOf(`http://www.shop.example/a`, rules)).toBe(`${origin}/a`);
  });

  it.each([
    ['/product/lamp/26/red', '/product/*/26/*'],
    ['/product/lamp/26/red?colour=red', '/product/*/26/*'],
    ['/product/lamp/26/red?page=2', '/product/*/26/*?page=2'],
    ['/product/lamp/27/red', '/product/lamp/27/red'],
    ['/product/lamp/26', '/product/lamp/26'],
    ['/product/lamp/26/red/more', '/product/lamp/26/red/more'],
    ['/users/17', '/users/*'],
  ])('mergePaths makes %s the page %s', (raw, page) => {
    const rules = { mergePaths: ['/product/*/26/*', '/users/*'], keepParameters: ['page'] };
    expect(pageOf(`${origin}${raw}`, rules)).toBe(`${origin}${page}`);
    expect(pageOf(`${origin}${page}`, rules)).toBe(`${origin}${page}`);
  });

  it('mergePaths merges routes too', () => {
    const rules = { hashRoutes: true, mergePaths: ['/#/orders/*'] };
    expect(pageOf(`${origin}/#/orders/blue?tab=1`, rules)).toBe(`${origin}/#/orders/*`);
  });
});
