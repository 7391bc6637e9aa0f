import { safeUrl } from './safe-url.ts';

/** PUBLIC_URL: where the server is reached from outside, without a trailing slash. */
export const publicUrlSetting = safeUrl
  .refine((text) => !/[?#\s]/.test(text), {
    error: 'must be a URL without "?" or "#", such as https://clarity-keep.example.com',
  })
  .transform((text) => text.replace(/\/+$/, ''));
