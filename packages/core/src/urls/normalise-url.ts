import type { UrlRules } from './url-rules.ts';
import { trackingParameters } from './url-rules.ts';

const ID_PATH_PART = /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,})$/i;

/**
 * The page a raw URL belongs to under the rules, or null when its host is not allowed.
 * Always dropped: fragment, tracking parameters, default port, a trailing slash; the host is lowered
 * and the query sorted. Idempotent. Text that is no absolute URL is treated as a path; no text stays
 * none. Takes time in proportion to the length.
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
    replaceInPath(path, rules),
    origin !== '' && keptQuery !== '',
  );
  const page = `${origin}${keptPath}${keptQuery === '' ? '' : `?${keptQuery}`}`.trim();
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
  if (url === null || url.host === '') return splitPath(raw);
  // URL has lowered the host and dropped the default port; credentials are left out with it.
  const origin = `${url.protocol}//${url.host}`;
  return { origin, host: url.hostname, path: url.pathname, query: url.search.slice(1) };
}

function splitPath(raw: string): UrlParts {
  const withoutFragment = raw.split('#', 1)[0] ?? '';
  const mark = withoutFragment.indexOf('?');
  const path = mark === -1 ? withoutFragment : withoutFragment.slice(0, mark);
  const query = mark === -1 ? '' : withoutFragment.slice(mark + 1);
  return { origin: '', host: null, path, query };
}

/** Works on the text, not on decoded pairs, so that what is kept is kept byte for byte. */
function normaliseQuery(query: string, rules: UrlRules): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && isKept(parameterName(pair), rules))
    .map((pair) => (rules.replaceMailAddresses ? replaceMailAddresses(pair) : pair))
    .toSorted()
    .join('&');
}

function parameterName(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

function isKept(name: string, rules: UrlRules): boolean {
  if (matchesAny(name, rules.keepParameters)) return true;
  return (
    !rules.dropAllParameters &&
    !matchesAny(name, trackingParameters) &&
    !matchesAny(name, rules.dropParameters)
  );
}

function matchesAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const lower = pattern.toLowerCase();
    return lower.endsWith('*') ? name.startsWith(lower.slice(0, -1)) : name === lower;
  });
}

function replaceInPath(path: string, rules: UrlRules): string {
  const withoutMails = rules.replaceMailAddresses ? replaceMailAddresses(path) : path;
  if (rules.replaceIds !== 'all') return withoutMails;
  return withoutMails
    .split('/')
    .map((part) => (ID_PATH_PART.test(part) ? ':id' : part))
    .join('/');
}

/**
 * Replaces each part that holds a mail address. Part by part and without a pattern over the whole:
 * visitors choose the length of a URL, and a pattern that backtracks would let them choose the time.
 */
function replaceMailAddresses(text: string): string {
  if (!text.includes('@') && !text.includes('%40')) return text;
  return text
    .split(/([/?&=])/)
    .map((part) => (isMailAddress(part) ? ':id' : part))
    .join('');
}

function isMailAddress(part: string): boolean {
  const at = Math.max(part.lastIndexOf('@'), part.lastIndexOf('%40'));
  if (at <= 0) return false;
  const domain = part.slice(part[at] === '@' ? at + 1 : at + 3);
  // The pictures of a site are called icon@2x.png.
  return /[^.]\.[a-z]{2}/i.test(domain) && !/^\dx?\./i.test(domain);
}

/** The root keeps its slash before a query, where it is not trailing. */
function stripTrailingSlash(path: string, keepRoot: boolean): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return end === 0 && keepRoot ? '/' : path.slice(0, end);
}
