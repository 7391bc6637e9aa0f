import { canonicalText } from './spelling/canonical-text.ts';
import { withoutIndexFile } from './paths/index-file.ts';
import { matchHosts } from './hosts/match-host.ts';
import { mergedPath } from './paths/merge-paths.ts';
import { normalisePath } from './paths/normalise-path.ts';
import { normaliseQuery } from './parameters/normalise-query.ts';
import { isOutsideWeb, NOT_A_WEB_PAGE } from './not-a-web-page.ts';
import { readableHost } from './hosts/readable-host.ts';
import { withoutEndSlashes } from './spelling/trim-end.ts';
import type { UrlRules } from './url-rules.ts';
import { mayHoldCopies, originalOfCopy } from './hosts/web-copies.ts';

/** Changes whenever the same rules make other pages of the same URLs, so that stored pages wait for `reparse`. */
export const URL_RULES_VERSION = 2;

/** A copy of a copy is taken for one; more of them are made to cost time. */
const MOST_COPIES = 3;

/**
 * The page a raw URL belongs to under the rules, or null when its host is not allowed.
 * Always dropped: the fragment, the default port, a trailing slash, and parameters that say how a visitor came
 * or who they are, or that only a machine can read. The host becomes lower case, what is escaped without need is
 * written out, and the query is sorted. A page in a translator or a cache is the page it copies, and everything
 * outside the web is `NOT_A_WEB_PAGE`.
 * Idempotent. Text that is not an absolute URL is treated as a path; an empty text stays empty. Takes time in
 * proportion to the length, which visitors choose.
 *
 * @example normaliseUrl('https://Shop.example:443/a/?b=2&gclid=x&a=1#top', defaultUrlRules) === 'https://shop.example/a?a=1&b=2'
 */
export function normaliseUrl(raw: string, rules: UrlRules): string | null {
  return pageOf(raw, rules, 0);
}

function pageOf(raw: string, rules: UrlRules, copies: number): string | null {
  const text = raw.trim();
  if (text === '') return '';
  const url = URL.parse(text);
  if (url === null) return pageOfText(text, rules, copies);
  // Each part that is read of a URL is a new text, so no part is read twice.
  const { protocol, host } = url;
  if (isOutsideWeb(protocol)) return NOT_A_WEB_PAGE;
  if (host === '') return pageOfText(text, rules, copies);
  const holdsCopies =
    isWeb(protocol) &&
    (mayHoldCopies(host) || (rules.mergeHosts && mayHoldCopies(withoutWww(host))));
  const original = holdsCopies ? originalOfCopy(url) : null;
  if (original !== null) return ofCopy(original, rules, copies);
  if (rules.hosts !== null && !isCounted(url.hostname, rules.hosts, rules)) return null;
  const fragment = rules.hashRoutes ? url.hash.slice(1) : '';
  const parts = { path: url.pathname, query: url.search.slice(1), fragment };
  const page = assemble(originOf({ protocol, host }, rules), parts, rules);
  // What is dropped may have hidden that it is one.
  const copied = holdsCopies ? URL.parse(page) : null;
  const hidden = copied === null ? null : originalOfCopy(copied);
  return hidden === null ? page : ofCopy(hidden, rules, copies);
}

function pageOfText(text: string, rules: UrlRules, copies: number): string | null {
  const page = assemble('', splitPath(text), rules);
  // Text that was not a URL may have become one, now that characters no host can have are gone: https:x.example /
  const url = URL.parse(page);
  return url !== null && (url.host !== '' || isOutsideWeb(url.protocol))
    ? pageOf(page, rules, copies)
    : page;
}

function ofCopy(original: string, rules: UrlRules, copies: number): string | null {
  return copies === MOST_COPIES ? NOT_A_WEB_PAGE : pageOf(original, rules, copies + 1);
}

function isWeb(protocol: string): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

function isCounted(hostname: string, hosts: readonly string[], { mergeHosts }: UrlRules): boolean {
  const isListed = matchHosts(hosts);
  if (!mergeHosts) return isListed(hostname);
  const host = withoutWww(hostname);
  return isListed(host) || isListed(`www.${host}`);
}

/** URL lower-cases the host and drops the default port; credentials are left out with it. */
function originOf(
  { protocol, host }: { protocol: string; host: string },
  { mergeHosts }: UrlRules,
): string {
  if (!isWeb(protocol)) return `${protocol}//${host}`;
  if (!mergeHosts) return `${protocol}//${readableHost(host)}`;
  const merged = readableHost(withoutWww(host));
  return protocol === 'http:' && !merged.includes(':')
    ? `https://${merged}`
    : `${protocol}//${merged}`;
}

/** www.example is a host of its own. */
function withoutWww(hostname: string): string {
  let host = hostname;
  while (host.startsWith('www.') && host.includes('.', 'www.'.length)) host = host.slice(4);
  return host;
}

interface UrlParts {
  path: string;
  query: string;
  fragment: string;
}

function splitPath(text: string): UrlParts {
  const hash = text.indexOf('#');
  const fragment = hash === -1 ? '' : text.slice(hash + 1);
  return { ...splitQuery(hash === -1 ? text : text.slice(0, hash)), fragment };
}

function splitQuery(text: string): { path: string; query: string } {
  const mark = text.indexOf('?');
  return mark === -1
    ? { path: text, query: '' }
    : { path: text.slice(0, mark), query: text.slice(mark + 1) };
}

function assemble(origin: string, { path, query, fragment }: UrlParts, rules: UrlRules): string {
  const route = rules.hashRoutes ? routeOf(fragment, rules) : null;
  const canonical = finishPath(canonicalText(path), rules);
  const normalised = normalisePath(canonical, rules);
  const kept = normalised === canonical ? canonical : finishPath(normalised, rules);
  const merged =
    rules.mergePaths.length === 0
      ? null
      : (mergedPath(addressOf(canonical, route?.canonical), rules.mergePaths) ??
        mergedPath(addressOf(kept, route?.kept), rules.mergePaths));
  const [page, anchor] = merged === null ? [kept, route?.kept ?? ''] : splitAnchor(merged);
  const keptQuery = normaliseQuery(
    query,
    merged === null ? rules : { ...rules, dropAllParameters: true },
  );
  // The root keeps its slash before a query, where it is not trailing.
  const root = page === '' && (anchor !== '' || (origin !== '' && keptQuery !== '')) ? '/' : '';
  const search = keptQuery === '' ? '' : `?${keptQuery}`;
  const whole = `${origin}${page}${root}${search}${anchor}`.trim();
  return whole === '' ? '/' : whole;
}

function finishPath(path: string, { indexFiles }: UrlRules): string {
  return indexFiles ? withoutIndexFile(path) : withoutEndSlashes(path);
}

function addressOf(path: string, anchor = ''): string {
  return path === '' ? `/${anchor}` : `${path}${anchor}`;
}

function splitAnchor(address: string): [path: string, anchor: string] {
  const hash = address.indexOf('#');
  const path = hash === -1 ? address : address.slice(0, hash);
  return [withoutEndSlashes(path), hash === -1 ? '' : address.slice(hash)];
}

/** What an application shows by the fragment, `#/orders/17` or `#!/orders/17`; null for its start and for anchors. */
function routeOf(fragment: string, rules: UrlRules): { canonical: string; kept: string } | null {
  const mark = /^!?(?=\/)/.exec(fragment)?.[0];
  if (mark === undefined) return null;
  const { path, query } = splitQuery(fragment.slice(mark.length).split('#', 1)[0] ?? '');
  const canonical = withoutEndSlashes(canonicalText(path));
  const kept = withoutEndSlashes(normalisePath(canonical, rules));
  const keptQuery = normaliseQuery(query, rules);
  if (kept === '' && keptQuery === '') return null;
  return {
    canonical: `#${mark}${canonical}`,
    kept: `#${mark}${kept === '' ? '/' : kept}${keptQuery === '' ? '' : `?${keptQuery}`}`,
  };
}
