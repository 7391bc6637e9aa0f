import type { NumOfDays, PlannedCall, Quota } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/clarity';
import type { Database, FactsGrouping, FactsOfCall, ProjectLease } from '@clarity-keep/db';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { ProjectCollection } from './project-collection.ts';

/** The process that runs a collection, to see whether the holder of a lease is still alive. */
export interface ThisProcess {
  host: string;
  pid: number;
  /** Whether a process on this host is running. */
  isAlive: (pid: number) => boolean;
}

export interface CollectDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  /** Ends early when the signal is aborted. */
  sleep: (ms: number, stop?: AbortSignal) => Promise<void>;
  thisProcess: ThisProcess;
  /** Aborted when no further call may be made. */
  stop?: AbortSignal | undefined;
  /** Called before each call. */
  onCall?: (call: PlannedCall) => void;
  /** Called before a pause until Clarity's next call is free. */
  onWait?: (quota: Quota) => void;
  /** Called before the pause that precedes a retry. */
  onRetry?: (message: string) => void;
}

export interface CollectInput {
  project: Omit<ProjectConfiguration, 'tokenVariable' | 'recipients'>;
  token: string;
  apiUrl: string;
  timeoutMs: number;
  /** The most bytes of an unpacked response that are read; the default of a call unless given. */
  maxBytes?: number | undefined;
  /** How long to wait for calls that become free meanwhile; not at all unless given. */
  waitMs?: number | undefined;
  /** A window requested by hand. */
  numOfDays?: NumOfDays | undefined;
}

/** A collection that holds the lease of its project. */
export interface CollectRun {
  input: CollectInput;
  /** What the facts of the project are grouped by. */
  grouping: FactsGrouping;
  collection: ProjectCollection;
  lease: ProjectLease;
  factsOf: FactsOfCall;
}
