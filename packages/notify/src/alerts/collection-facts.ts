import type { Day } from '@clarity-keep/core';
import type { AlertedProject } from './alert.ts';

/** What one run of `collect` has learned about one project, as far as somebody may have to be told. */
export interface CollectionFacts {
  project: AlertedProject;
  /** `tokenFingerprint(token)` and the expiry that the token states; null when it states none. */
  token: { fingerprint: string; expiresAt: Date | null };
  /** Code of the error that ended the run; `token-refused` is looked at. */
  error: string | null;
  /** Calls that Clarity has answered in this run, which shows that it takes the token. */
  answered: number;
  /** Clarity refuses calls that the ledger has left. */
  isQuotaUsedElsewhere: boolean;
  /** Metrics and fields of this run's answers that this version does not know. */
  unrecognised: readonly string[];
  /** Why answers could not be read, those of earlier runs included. */
  unreadable: readonly string[];
  /** Days that are missing after the run, and that today is the last day to heal. */
  daysAtRisk: readonly Day[];
}
