import type { ExtraBreakdown, NumOfDays, PlannedCall, UrlRules } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';

/** Who runs a collection, to tell whether the holder of a lease still lives. */
export interface ThisProcess {
  host: string;
  pid: number;
  /** Whether a process of this host runs. */
  isAlive: (pid: number) => boolean;
}

export interface CollectDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  thisProcess: ThisProcess;
  /** Told before each call. */
  onCall?: (call: PlannedCall) => void;
  /** Told before the pause that comes before a second try. */
  onRetry?: (message: string) => void;
}

export interface CollectInput {
  project: { id: string; name: string };
  /** The time zone and URL rules that the project's facts are grouped by. */
  timeZone: string;
  rules: UrlRules;
  extras: readonly ExtraBreakdown[];
  reserve: number;
  token: string;
  apiUrl: string;
  timeoutMs: number;
  /** A window asked for by hand. */
  numOfDays?: NumOfDays | undefined;
}
