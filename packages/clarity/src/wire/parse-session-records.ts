import type { SessionRecord } from '@clarity-keep/core';
import { notUnderstood } from '../errors.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { isSessionField, readSessionRecord } from './read-session-record.ts';
import { startUnrecognisedNames } from './unrecognised-names.ts';

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
  const seen = new Set<string>();
  const unrecognised = startUnrecognisedNames();
  for (const item of items) {
    const record = readSessionRecord(item);
    if (typeof record === 'string') rejected.push(record);
    else records.push(record);
    if (!isJsonObject(item)) continue;
    for (const key of Object.keys(item)) {
      if (seen.has(key)) continue;
      seen.add(key);
      if (!isSessionField(normaliseKey(key))) unrecognised.add(key);
    }
  }
  if (records.length === 0) {
    throw notUnderstood(
      `none of its ${items.length} session records can be counted (${rejected[0]})`,
    );
  }
  return {
    format: 'sessions',
    records,
    rejected,
    rows: items.length,
    unrecognised: unrecognised.list(),
  };
}
