import { shortenMiddle } from '@clarity-keep/core';

const MOST_NAMES = 50;
const LONGEST_NAME = 100;

/** Metrics and fields that this version does not know. Anybody may make names: few and short ones are kept. */
export interface UnrecognisedNames {
  add(name: string): void;
  /** In order; of more than 50, the last entry says how many there are. */
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
