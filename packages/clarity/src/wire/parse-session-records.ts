import type { SessionRecord } from '@clarity-keep/core';
import { notUnderstood } from '../errors.ts';
import { isJsonObject } from './json-object.ts';
import { normaliseKey } from './normalise-key.ts';
import { isSessionField, readSessionRecord } from './read-session-record.ts';
import { startUnrecognisedNames } from './unrecognised-names.ts';

/** A response of the second format: one record per session. */
export interface SessionRecordsAnswer {
  format: 'sessions';
  records: SessionRecord[];
  /** Why records were rejected, one entry each. */
  rejected: string[];
  rows: number;
  /** Fields this version does not know. */
  unrecognised: string[];
}

/** Parses session records one by one. */
export interface SessionRecordsReader {
  add(item: unknown): void;
  /** Whether any item so far was a session record, even an invalid one. */
  readonly hasIds: boolean;
  /** @throws AnswerNotUnderstoodError when no record is valid. */
  end(): SessionRecordsAnswer;
}

export function startSessionRecords(): SessionRecordsReader {
  const records: SessionRecord[] = [];
  const rejected: string[] = [];
  const keys = new Set<string>();
  return {
    add(item) {
      const record = readSessionRecord(item);
      if (typeof record === 'string') rejected.push(record);
      else records.push(record);
      if (isJsonObject(item)) for (const key of Object.keys(item)) keys.add(key);
    },
    get hasIds() {
      return [...keys].some((key) => normaliseKey(key) === 'sessionid');
    },
    end() {
      const rows = records.length + rejected.length;
      if (records.length === 0) {
        throw notUnderstood(`none of its ${rows} session records can be counted (${rejected[0]})`);
      }
      const unrecognised = startUnrecognisedNames();
      for (const key of keys) if (!isSessionField(normaliseKey(key))) unrecognised.add(key);
      return { format: 'sessions', records, rejected, rows, unrecognised: unrecognised.list() };
    },
  };
}
