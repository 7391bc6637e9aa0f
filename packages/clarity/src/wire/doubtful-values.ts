import type { DoubtfulField } from '@clarity-keep/core';

/** Collects impossible values: they count as unknown and are reported. */
export interface DoubtfulValues {
  note(field: string, value: unknown): void;
  list(): DoubtfulField[];
}

const LONGEST_EXAMPLE = 30;

export function startDoubtfulValues(): DoubtfulValues {
  const fields = new Map<string, DoubtfulField>();
  return {
    note(field, value) {
      const known = fields.get(field);
      if (known === undefined) fields.set(field, { field, values: 1, example: shown(value) });
      else known.values += 1;
    },
    list: () => [...fields.values()],
  };
}

/** A value as shown in messages. Lists and objects are only named, because they may be nested without end. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}...` : text;
}
