import { shortenMiddle } from '@clarity-keep/core';

const LENGTH = 25;

/**
 * A label as the chart's font can draw it: Latin, Greek and Cyrillic. Of others the mail has the text
 * beside the chart, where every script can be shown.
 */
export function drawableLabel(label: string): string {
  const short = shortenMiddle(label, LENGTH);
  return /^[\u0020-\u024F\u0370-\u03FF\u0400-\u045F\u2013\u2014\u2026]*$/.test(short) ? short : '';
}
