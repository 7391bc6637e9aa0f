import { listedUpTo } from '@clarity-keep/core';

const MOST = 50;

/** A list in one sentence, cut when it is long. */
export function someOf(items: readonly (string | number)[]): string {
  return listedUpTo(MOST, items.map(String));
}
