import type { JsonObject } from './json-object.ts';

/** Lower case, letters only: the official page prints names with spaces and in other case than responses have. */
export function normaliseKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '');
}

export function normaliseKeys(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [normaliseKey(key), value]),
  );
}
