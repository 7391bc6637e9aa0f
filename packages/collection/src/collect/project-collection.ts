import type { NumOfDays } from '@clarity-keep/core';
import { QUOTA_LIMIT } from '@clarity-keep/core';
import type { ClarityError, ClarityErrorCode } from '@clarity-keep/clarity';
import { AnswerNotUnderstoodError } from '@clarity-keep/clarity';
import type { FactCounts, FailedState } from '@clarity-keep/db';
import type { ReadAnswer } from '../archive/read-answer.ts';

export interface CollectedCall {
  numOfDays: NumOfDays;
  /** Names as sent. */
  dimensions: string[];
  status: 'answered' | FailedState;
  httpStatus: number | null;
  rows: number | null;
  truncated: boolean | null;
}

/** What one run did for one project. All but the last four is what `collect --json` prints. */
export interface ProjectCollection {
  project: string;
  /** Null until Clarity has answered. */
  format: 'insights' | 'sessions' | null;
  calls: CollectedCall[];
  facts: FactCounts;
  sessions: { inserted: number; duplicates: number; rejected: number };
  quota: { used: number; limit: number };
  warnings: string[];
  error: { code: ClarityErrorCode | 'configuration' | 'defect'; message: string } | null;
  /** Metrics and fields of the responses that this version does not know. */
  unrecognised: string[];
  /** Why responses, of this run or stored before it, could not be parsed. */
  unreadable: string[];
  /** When calls become free that this run had to leave out; null when it left none. */
  callsFreeAt: Date | null;
  /** Another process was collecting the project. */
  isLeftToAnother: boolean;
}

export function startCollection(
  project: string,
  format: ProjectCollection['format'],
): ProjectCollection {
  return {
    project,
    format,
    calls: [],
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    sessions: { inserted: 0, duplicates: 0, rejected: 0 },
    quota: { used: 0, limit: QUOTA_LIMIT },
    warnings: [],
    error: null,
    unrecognised: [],
    unreadable: [],
    callsFreeAt: null,
    isLeftToAnother: false,
  };
}

/** Adds what a response contained. */
export function noteAnswer(collection: ProjectCollection, answer: ReadAnswer): void {
  collection.format = answer.format;
  collection.facts.inserted += answer.facts.inserted;
  collection.facts.replaced += answer.facts.replaced;
  collection.facts.unchanged += answer.facts.unchanged;
  collection.sessions.inserted += answer.sessions.inserted;
  collection.sessions.duplicates += answer.sessions.duplicates;
  collection.sessions.rejected += answer.sessions.rejected;
  addNew(collection.warnings, answer.warnings);
  addNew(collection.unrecognised, answer.unrecognised);
}

/** Adds why a call failed; the first of several is what the run ends with. */
export function noteFailure(collection: ProjectCollection, error: ClarityError): void {
  collection.error ??= { code: error.code, message: error.message };
  if (error instanceof AnswerNotUnderstoodError) collection.unreadable.push(error.message);
}

function addNew(list: string[], texts: readonly string[]): void {
  for (const text of texts) if (!list.includes(text)) list.push(text);
}
