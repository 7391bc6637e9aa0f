import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';

/**
 * Tells metrics from what else an answer can consist of. Looks at each spelling of a key once: there are a
 * dozen of them on hundreds of thousands of records.
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
