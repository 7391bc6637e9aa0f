import { displayText, shortenMiddle, UNNAMED } from '../safe-text/display-text.ts';

const LABEL_LENGTH = 72;

/** A page as people name it: the path alone on the site's own host, the host and path elsewhere. */
export function pageLabel(page: string, siteHost: string | null): string {
  // A session record can be without a page.
  if (page === '') return UNNAMED;
  const url = URL.parse(page);
  if (url === null || !url.protocol.startsWith('http')) return label(page);
  const path = decoded(`${url.pathname}${url.search}`);
  if (url.host === siteHost) return label(path);
  return label(`${url.host}${path === '/' ? '' : path}`);
}

/** The host that most sessions were on, or null when no page has one. */
export function siteHostOf(pages: readonly { page: string; sessions: number }[]): string | null {
  const sessionsByHost = new Map<string, number>();
  for (const { page, sessions } of pages) {
    const host = /^https?:\/\/([^/?#]+)/.exec(page)?.[1];
    if (host !== undefined) sessionsByHost.set(host, (sessionsByHost.get(host) ?? 0) + sessions);
  }
  const busiest = [...sessionsByHost].reduce<[string, number] | null>(
    (best, entry) => (best === null || entry[1] > best[1] ? entry : best),
    null,
  );
  return busiest === null ? null : busiest[0];
}

/** Any text that visitors made, on one line and short. */
export function label(text: string): string {
  return displayText(shortenMiddle(text, LABEL_LENGTH));
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // Not every percent sign in a URL stands for a byte of UTF-8.
    return path;
  }
}
