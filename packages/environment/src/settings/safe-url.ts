import * as z from 'zod';

/** An address that secrets may be sent to: https, or http on this machine, and no password in it. */
export const safeUrl = z.string().trim().refine(isSafeUrl, {
  error: 'must be an https URL without a password; http is allowed only for localhost',
});

/** Whether a URL points to this machine. */
export function isLoopback(text: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(URL.parse(text)?.hostname ?? '');
}

function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(text));
}
