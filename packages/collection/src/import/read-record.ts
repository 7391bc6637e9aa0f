import { readSessionRecord, withoutToken } from '@clarity-keep/clarity';
import type { SourceEntry } from './session-source.ts';
import { seenAtReader } from './session-source.ts';

/** A hundred times the size of a record with the longest URLs. */
export const LONGEST_RECORD_BYTES = 1024 * 1024;

/** Parses the bytes of one record; null stands for a record that was too long for memory. */
export type RecordReader = (bytes: Uint8Array | null) => SourceEntry | 'not JSON';

/**
 * Parses records of JSON. Invalid UTF-8 is rejected, because replacing it would make different ids equal.
 */
export function recordReader(token: string | undefined): RecordReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const readSeenAt = seenAtReader();
  return (bytes) => {
    if (bytes === null) return { record: 'longer than 1 MB', seenAt: null };
    let text;
    try {
      text = decoder.decode(bytes);
    } catch {
      return { record: 'not UTF-8', seenAt: null };
    }
    let item: unknown;
    try {
      item = JSON.parse(withoutToken(text.startsWith('\uFEFF') ? text.slice(1) : text, token));
    } catch {
      return 'not JSON';
    }
    return { record: readSessionRecord(item), seenAt: readSeenAt(collectedAt(item)) };
  };
}

function collectedAt(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return null;
  return 'CollectedAt' in item ? item.CollectedAt : Reflect.get(item, 'collected_at');
}
