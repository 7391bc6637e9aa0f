import { createHash } from 'node:crypto';
import { escapeHtml } from '@clarity-keep/core';

/** What a page says. */
export interface PageWords {
  title: string;
  text: string;
  /** What the button says that sends the form; null for a page without. */
  button: string | null;
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1f2328; background: #f6f7f9; }
  main { max-width: 32rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 12px; }
  h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
  p { margin: 0 0 1.5rem; }
  p:last-child { margin: 0; }
  button { font: inherit; font-weight: 600; padding: .65rem 1.25rem; color: #fff; background: #0b57d0; border: 0; border-radius: 8px; cursor: pointer; }
  button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 3px; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e9ee; background: #15181d; }
    main { background: #20252c; }
    button { color: #0b1a33; background: #a8c7fa; }
    button:focus-visible { outline-color: #a8c7fa; }
  }
`;

/** Nothing but the form and the style above: no script, nothing from elsewhere, in no frame. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** What every page comes with. Its address is a secret: nothing may store, index or pass it on. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** A page as HTML. Its form goes to where the page is, whatever a proxy calls that. */
export function unsubscribePage({ title, text, button }: PageWords): string {
  const form =
    button === null
      ? ''
      : `
      <form method="post">
        <input type="hidden" name="List-Unsubscribe" value="One-Click">
        <button type="submit">${escapeHtml(button)}</button>
      </form>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <title>${escapeHtml(title)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      <p>${escapeHtml(text)}</p>${form}
    </main>
  </body>
</html>
`;
}
