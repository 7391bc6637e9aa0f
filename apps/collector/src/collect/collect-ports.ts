import type { NumOfDays, UrlRules } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';

export interface CollectDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  /** Told before each call. */
  onCall?: (call: { numOfDays: NumOfDays; dimensions: string[] }) => void;
}

export interface CollectInput {
  project: { id: string; name: string; timeZone: string };
  token: string;
  apiUrl: string;
  timeoutMs: number;
  rules: UrlRules;
  /** A window asked for by hand. */
  numOfDays?: NumOfDays | undefined;
}
