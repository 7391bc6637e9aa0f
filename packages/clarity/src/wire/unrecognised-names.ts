import { shortenMiddle } from '@clarity-keep/core';

const MOST_NAMES = 50;
const LONGEST_NAME = 100;

/** Collects metrics and fields that this version does not know. Names come from outside: their number and length are limited. */
export interface UnrecognisedNames {
  add(name: string): void;
  /** Sorted. If there are more than 50, the last entry says how many more. */
  list(): string[];
}

export function startUnrecognisedNames(): UnrecognisedNames {
  const names = new Set<string>();
  return {
    add: (name) => void names.add(shortenMiddle(name, LONGEST_NAME)),
    list() {
      const sorted = [...names].toSorted();
      if (sorted.length <= MOST_NAMES) return sorted;
      return [...sorted.slice(0, MOST_NAMES), `and ${sorted.length - MOST_NAMES} more`];
    },
  };
}
