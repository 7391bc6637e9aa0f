const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** What only a proxy adds. Some add nothing, which is why those who use one are told to require keys. */
const PROXY_HEADER =
  /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|cdn-loop)$/;

/**
 * How a request to loopback shows that it was not made for it, or null when it does not. A page in the
 * browser of this machine whose name was made to point here (DNS rebinding) asks by that name, and
 * whoever comes through a proxy is somewhere else.
 */
export function cameFromOutside(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | null {
  const { host } = headers;
  if (typeof host !== 'string' || !LOCAL_HOST.test(host)) {
    return 'asks for another host than localhost, 127.0.0.1 or [::1]';
  }
  return Object.keys(headers).some((name) => PROXY_HEADER.test(name))
    ? 'came through a proxy'
    : null;
}
