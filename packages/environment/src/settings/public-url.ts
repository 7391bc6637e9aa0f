import { safeUrl } from './safe-url.ts';

/** PUBLIC_URL: where the server is reached from outside, without a slash at its end. */
export const publicUrlSetting = safeUrl
  .refine((text) => !/[?#\s]/.test(text), {
    error: 'Expected an address without "?" and "#", e.g. https://clarity-keep.example.com.',
  })
  .transform((text) => text.replace(/\/+$/, ''));
