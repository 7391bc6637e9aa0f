/** The page of everything that is none: files, apps, extensions, scripts. Counted, never ranked. */
export const NOT_A_WEB_PAGE = '(not a web page)';

const schemes = new Set(
  [
    'about',
    'android-app',
    'app',
    'blob',
    'brave',
    'capacitor',
    'chrome',
    'chrome-error',
    'chrome-extension',
    'chrome-native',
    'chrome-search',
    'chrome-untrusted',
    'cid',
    'content',
    'data',
    'devtools',
    'edge',
    'extension',
    'file',
    'filesystem',
    'ftp',
    'intent',
    'ionic',
    'ios-app',
    'javascript',
    'mailto',
    'mhtml',
    'moz-extension',
    'ms-appx',
    'ms-appx-web',
    'ms-browser-extension',
    'opera',
    'res',
    'resource',
    'safari-extension',
    'safari-web-extension',
    'sms',
    'tel',
    'vbscript',
    'view-source',
    'vivaldi',
    'ws',
    'wss',
  ].map((scheme) => `${scheme}:`),
);

/** Whether a URL with this scheme, as `URL.protocol` has it, is not a page of the web. */
export function isOutsideWeb(protocol: string): boolean {
  return schemes.has(protocol);
}
