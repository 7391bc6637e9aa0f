import type { SessionRecord } from '@clarity-keep/core';
import { notUnderstood } from '../errors.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { isSessionField, readSessionRecord } from './read-session-record.ts';

/** An answer of the second format: one record a visit. */
export interface SessionRecordsAnswer {
  format: 'sessions';
  records: SessionRecord[];
  /** Why records were left out, one entry each. */
  rejected: string[];
  rows: number;
  /** Fields this version does not know. */
  unrecognised: string[];
}

export function parseSessionRecords(items: readonly unknown[]): SessionRecordsAnswer {
  const records: SessionRecord[] = [];
  const rejected: string[] = [];
  const unrecognised = new Set<string>();
  for (const item of items) {
    const record = readSessionRecord(item);
    if (typeof record === 'string') rejected.push(record);
    else records.push(record);
    if (!isJsonObject(item)) continue;
    for (const key of Object.keys(item)) {
      if (!isSessionField(normaliseKey(key))) unrecognised.add(key);
    }
  }
  if (records.length === 0) {
    throw notUnderstood(`none of its ${items.length} session records has an id`);
  }
  return {
    format: 'sessions',
    records,
    rejected,
    rows: items.length,
    unrecognised: [...unrecognised].toSorted(),
  };
}
