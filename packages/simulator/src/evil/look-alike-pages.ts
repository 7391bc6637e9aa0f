const ORIGIN = 'https://look-alike.example';

/** Pages of a site of their own: two that look the same, or that a careless reader takes for one. */
export const lookAlikePages: readonly string[] = [
  // One letter, and a letter with an accent put on it.
  `${ORIGIN}/caf\u00E9`,
  `${ORIGIN}/cafe\u0301`,
  // Latin and Cyrillic.
  `${ORIGIN}/page`,
  `${ORIGIN}/p\u0430ge`,
  // Nothing to be seen between the letters.
  `${ORIGIN}/in\u200Bvisible`,
  `${ORIGIN}/invisible`,
  // Text that ends at U+0000 for who counts on it.
  `${ORIGIN}/nul\u0000one`,
  `${ORIGIN}/nul\u0000two`,
  // Halves of letters, which UTF-8 cannot write.
  `${ORIGIN}/half\uD800`,
  `${ORIGIN}/half\uDFFF`,
  `${ORIGIN}/Case`,
  `${ORIGIN}/case`,
];
