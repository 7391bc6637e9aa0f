import type { Day, SessionRecord } from '@clarity-keep/core';
import { isCalendarInstant } from '@clarity-keep/core';

/** One record of a file, or why it is not valid. */
export interface SourceEntry {
  record: SessionRecord | string;
  /** When it was collected, if the file says so. */
  seenAt: Date | null;
  /** The project's day on which the session started, if the file says that instead. */
  day?: Day;
}

/** Session records of a file, in batches, so that a long file neither fills memory nor blocks others. */
export interface SessionSource {
  /** What `done` counts up to, rows or bytes; 0 when nobody knows. */
  total: number;
  batches(): AsyncIterable<{ entries: SourceEntry[]; done: number }>;
}

/** Records per batch; each may hold some 40 KB of text. */
export const BATCH_SIZE = 500;

const ISO_INSTANT =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A time as files contain it: ISO 8601, possibly with a space for the T, and UTC when it has no time zone. Null
 * for everything else, which JavaScript would still turn into some date, and for instants before 2000 and after
 * 2100.
 */
export function parseSeenAt(text: unknown): Date | null {
  if (typeof text !== 'string') return null;
  const iso = text.trim().replace(' ', 'T');
  const match = ISO_INSTANT.exec(iso);
  if (match === null) return null;
  const date = new Date(
    iso.includes('T') && match.groups?.['zone'] === undefined ? `${iso}Z` : iso,
  );
  return isCalendarInstant(date) ? date : null;
}

export type ReadSeenAt = (text: unknown) => Date | null;

/** The same as `parseSeenAt`, but faster when a file repeats the time of the previous record. */
export function seenAtReader(): ReadSeenAt {
  let last: { text: unknown; seenAt: Date | null } = { text: undefined, seenAt: null };
  return (text) => {
    if (last.text !== text) last = { text, seenAt: parseSeenAt(text) };
    return last.seenAt;
  };
}
