import { readSessionRecord, withoutToken } from '@clarity-keep/clarity';
import type { SourceEntry } from './session-source.ts';
import { seenAtReader } from './session-source.ts';

/** A hundred times what a record with the longest addresses has. */
export const LONGEST_RECORD_BYTES = 1024 * 1024;

/** Reads the bytes of one record; null is one that was too long to be held. */
export type RecordReader = (bytes: Uint8Array | null) => SourceEntry | 'not JSON';

/**
 * Reads records of JSON. What is no UTF-8 is no record, because replacing it would make the same of
 * different ids.
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
