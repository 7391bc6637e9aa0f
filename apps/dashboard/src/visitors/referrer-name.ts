import { nameText, shortenMiddle } from '@clarity-keep/core';

const LONGEST_NAME = 90;

/** A referrer as people call it: without what all of them have. */
export function referrerName(referrer: string): string {
  const name = /^https?:\/\/(?<rest>.+?)\/?$/.exec(referrer)?.groups?.['rest'] ?? referrer;
  return nameText(shortenMiddle(name, LONGEST_NAME));
}
