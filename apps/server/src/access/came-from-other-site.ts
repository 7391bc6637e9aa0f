/** What a browser says of a request, and no page can say in its place. */
export interface BrowsedRequest {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whether the route is a page that people follow links to, and that works nothing out. */
  isPage: boolean;
  /** Whether the route works something out for programs alone. */
  isQuestion: boolean;
  /** Where the server is reached, and whose pages may ask. */
  trustedOrigins: readonly string[];
}

/** Things that show what they load, in the words of Sec-Fetch-Dest. */
const shown = new Set(['document', 'iframe', 'frame', 'embed', 'object', 'fencedframe']);

/**
 * Whether a browser makes this request for a page of another site, which has no business here: another
 * port or subdomain is another site too. What comes without a browser's headers is a program.
 *
 * Browsers tell whose request it is (Sec-Fetch-Site) where the connection is safe or on loopback. One that
 * does not is judged by Origin, and by Referer where there is no Origin: what then comes with neither, as the
 * picture of a page that hides its address, looks like a program.
 * Source: https://www.w3.org/TR/fetch-metadata/
 */
export function cameFromOtherSite(request: BrowsedRequest): boolean {
  const { headers, isPage, isQuestion, trustedOrigins } = request;
  const site = headers['sec-fetch-site'];
  const isShown =
    headers['sec-fetch-mode'] === 'navigate' || shown.has(String(headers['sec-fetch-dest']));
  // Nobody reads an answer that is shown instead of the page, and whoever sent a person there may be anybody.
  if (isQuestion && isShown) return true;
  if (typeof headers.origin === 'string' && trustedOrigins.includes(headers.origin.toLowerCase())) {
    return false;
  }
  if (site === undefined) return !isPage && isNamedForeign(headers);
  if (site === 'same-origin' || site === 'none') return false;
  return !(isPage && isFollowed(headers));
}

/** A link or a form that a person has followed: in a window of its own, and not fetched in advance. */
function isFollowed(headers: BrowsedRequest['headers']): boolean {
  return (
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document' &&
    headers['sec-purpose'] === undefined &&
    headers['purpose'] === undefined
  );
}

function isNamedForeign({ host, origin, referer }: BrowsedRequest['headers']): boolean {
  const named = origin ?? referer;
  if (typeof named !== 'string' || typeof host !== 'string') return named !== undefined;
  const url = URL.parse(named);
  // Whether TLS ends before us is not ours to know.
  return url === null || url.host !== URL.parse(`${url.protocol}//${host}`)?.host;
}
