import type { SessionRecord } from '@clarity-keep/core';

/** One record of a file, or why it cannot be one. */
export interface SourceEntry {
  record: SessionRecord | string;
  /** When it was collected, if the file says so. */
  seenAt: Date | null;
}

/** Session records of a file, in batches, so that a long one costs neither memory nor waiting. */
export interface SessionSource {
  /** What `done` counts up to: rows or bytes. */
  total: number;
  batches(): AsyncIterable<{ entries: SourceEntry[]; done: number }>;
}

export const BATCH_SIZE = 5_000;

/** A time as files have it: ISO 8601, with a space for the T, and UTC when it names no zone. */
export function parseSeenAt(text: unknown): Date | null {
  if (typeof text !== 'string' || text === '') return null;
  const iso = text.trim().replace(' ', 'T');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso);
  const date = new Date(hasZone || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

export type ReadSeenAt = (text: unknown) => Date | null;

/** Reads as `parseSeenAt` does, at once when a file repeats the time of the record before. */
export function seenAtReader(): ReadSeenAt {
  let last: { text: unknown; seenAt: Date | null } = { text: undefined, seenAt: null };
  return (text) => {
    if (last.text !== text) last = { text, seenAt: parseSeenAt(text) };
    return last.seenAt;
  };
}
