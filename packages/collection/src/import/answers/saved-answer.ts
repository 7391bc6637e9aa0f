import type { NumOfDays } from '@clarity-keep/core';

/** A response as it was saved, with what the file says about its call. */
export interface SavedAnswer {
  /** Which one of the file, for messages: empty when there is only one. */
  place: string;
  /** As written in the file, to be parsed once; or why there is none. */
  body: Uint8Array | string;
  /** When it was fetched; null when the file does not say. */
  at: Date | null;
  numOfDays: NumOfDays | null;
  /** Names as sent; null when only the rows can say. */
  dimensions: string[] | null;
}
