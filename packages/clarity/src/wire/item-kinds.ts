import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';

/**
 * Tells metrics from other items. Each spelling of a key is examined once: hundreds of thousands of records
 * share a dozen.
 */
export function itemKinds(): (item: unknown) => 'metric' | 'other' {
  const isName = new Map<string, boolean>();
  return (item) => {
    if (!isJsonObject(item)) return 'other';
    for (const key of Object.keys(item)) {
      const known = isName.get(key) ?? normaliseKey(key) === 'metricname';
      if (known) return 'metric';
      isName.set(key, known);
    }
    return 'other';
  };
}
