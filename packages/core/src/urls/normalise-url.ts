import { normalisePath } from './normalise-path.ts';
import { normaliseQuery } from './normalise-query.ts';
import type { UrlRules } from './url-rules.ts';

/**
 * The page a raw URL belongs to under the rules, or null when its host is not allowed.
 * Always dropped: the fragment, the default port, a trailing slash, and parameters that say how a visitor came
 * or who they are, or that only a machine can read. The host becomes lower case, and the query is sorted.
 * Idempotent. Text that is not an absolute URL is treated as a path; an empty text stays empty. Takes time in
 * proportion to the length, which visitors choose.
 *
 * @example normaliseUrl('https://Shop.example:443/a/?b=2&gclid=x&a=1#top', defaultUrlRules) === 'https://shop.example/a?a=1&b=2'
 */
export function normaliseUrl(raw: string, rules: UrlRules): string | null {
  const text = raw.trim();
  if (text === '') return '';
  const { origin, host, path, query } = split(text);
  if (rules.hosts !== null && host !== null && !rules.hosts.includes(host)) return null;
  const keptQuery = normaliseQuery(query, rules);
  const keptPath = stripTrailingSlash(
    normalisePath(path, rules),
    origin !== '' && keptQuery !== '',
  );
  const page = `${origin}${keptPath}${keptQuery === '' ? '' : `?${keptQuery}`}`.trim();
  // Text that was not a URL may have become one, now that characters no host can have are gone: https:x.example /
  if (host === null && hasHost(URL.parse(page))) return normaliseUrl(page, rules);
  return page === '' ? '/' : page;
}

interface UrlParts {
  origin: string;
  host: string | null;
  path: string;
  query: string;
}

function split(raw: string): UrlParts {
  const url = URL.parse(raw);
  if (!hasHost(url)) return splitPath(raw);
  // URL lower-cases the host and drops the default port; credentials are left out with it.
  const origin = `${url.protocol}//${url.host}`;
  return { origin, host: url.hostname, path: url.pathname, query: url.search.slice(1) };
}

function hasHost(url: URL | null): url is URL {
  return url !== null && url.host !== '';
}

function splitPath(raw: string): UrlParts {
  const withoutFragment = raw.split('#', 1)[0] ?? '';
  const mark = withoutFragment.indexOf('?');
  const path = mark === -1 ? withoutFragment : withoutFragment.slice(0, mark);
  const query = mark === -1 ? '' : withoutFragment.slice(mark + 1);
  return { origin: '', host: null, path, query };
}

/** The root keeps its slash before a query, where it is not trailing. */
function stripTrailingSlash(path: string, keepRoot: boolean): string {
  let end = path.length;
  while (end > 0 && /[\s/]/.test(path.charAt(end - 1))) end -= 1;
  return end === 0 && keepRoot ? '/' : path.slice(0, end);
}
