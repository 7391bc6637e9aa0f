import { canonicalText } from '../spelling/canonical-text.ts';

/** Where translators, caches and archives that are known by their host keep the URL of the page they copied. */
const copyHosts = new Map<string, (url: URL) => string | null>([
  ['translate.google.com', (url) => inQuery(url, ['u'])],
  ['translate.googleusercontent.com', (url) => inQuery(url, ['u'])],
  ['www.translatetheweb.com', (url) => inQuery(url, ['a'])],
  ['www.microsofttranslator.com', (url) => inQuery(url, ['a'])],
  ['translate.yandex.com', (url) => inQuery(url, ['url'])],
  ['translate.yandex.ru', (url) => inQuery(url, ['url'])],
  ['webcache.googleusercontent.com', inCacheQuery],
  ['cc.bingj.com', (url) => inQuery(url, ['u', 'url', 'q'])],
  ['yandexwebcache.net', (url) => inQuery(url, ['url'])],
  ['hghltd.yandex.net', (url) => inQuery(url, ['url'])],
  ['cache.baiducontent.com', (url) => inQuery(url, ['url', 'u'])],
  ['web.archive.org', inArchivePath],
  ['archive.org', inArchivePath],
  ['archive.ph', inArchivePath],
  ['archive.today', inArchivePath],
  ['archive.is', inArchivePath],
  ['www.google.com', inAmpPath],
]);

const TRANSLATED = '.translate.goog';
const AMP_CACHE = '.cdn.ampproject.org';

/** Whether pages of this host may be copies of pages of others. */
export function mayHoldCopies(hostname: string): boolean {
  return copyHosts.has(hostname) || hostname.endsWith(TRANSLATED) || hostname.endsWith(AMP_CACHE);
}

/** The URL of the page that this one of a translator, a cache or an archive copies; null for other pages. */
export function originalOfCopy(url: URL): string | null {
  if (url.hostname.endsWith(TRANSLATED)) return beforeTranslation(url);
  if (url.hostname.endsWith(AMP_CACHE)) return inAmpPath(url);
  return copyHosts.get(url.hostname)?.(url) ?? null;
}

/** `www-my--shop-example.translate.goog` shows `www.my-shop.example`. */
function beforeTranslation(url: URL): string | null {
  const host = url.hostname
    .slice(0, -TRANSLATED.length)
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-');
  const scheme = url.searchParams.get('_x_tr_sch') === 'http' ? 'http' : 'https';
  return webUrl(`${scheme}://${host}${url.pathname}${url.search}${url.hash}`);
}

function inQuery(url: URL, names: readonly string[]): string | null {
  for (const name of names) {
    const value = url.searchParams.get(name) ?? '';
    // Without a scheme it may be what somebody searched for.
    const found = /^https?:/i.test(value) ? webUrl(value) : null;
    if (found !== null) return found;
  }
  return null;
}

/** `?q=cache:AbCdEfGhIjKl:https://shop.example/a+reading+lamp` */
function inCacheQuery(url: URL): string | null {
  const [address = ''] = (url.searchParams.get('q') ?? '').trim().split(/\s/, 1);
  return webUrl(address.replace(/^(?:cache:)?(?:[\w-]{12}:)?/, ''));
}

/** `/web/20261120050000if_/https://shop.example/a?b=1` */
function inArchivePath(url: URL): string | null {
  const path = canonicalText(url.pathname);
  const before = /^(?:\/web)?\/\d{4,14}(?:[a-z]{2}_)?\//.exec(path)?.[0];
  return before === undefined ? null : webUrl(`${path.slice(before.length)}${url.search}`);
}

/** `/c/s/shop.example/a`, where `s` stands for https. */
function inAmpPath(url: URL): string | null {
  const path = canonicalText(url.pathname);
  const before = /^\/(?:amp|[cvi])\/(?:s\/)?/.exec(path)?.[0];
  if (before === undefined) return null;
  const scheme = before.endsWith('/s/') ? 'https' : 'http';
  return webUrl(`${scheme}://${path.slice(before.length)}${url.search}`);
}

/** The text as a URL of the web, whose scheme may be missing; null for anything else. */
function webUrl(text: string): string | null {
  const scheme = /^https?:\/{1,2}/i.exec(text)?.[0] ?? '';
  const url = URL.parse(
    `${scheme === '' ? 'https' : scheme.split(':', 1)[0]}://${text.slice(scheme.length)}`,
  );
  return url !== null && /^[^.].*\.[^.]/.test(url.hostname) ? url.href : null;
}
