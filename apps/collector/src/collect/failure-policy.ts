import type { ClarityErrorCode } from '@clarity-keep/clarity';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { FailedState } from '@clarity-keep/db';

export interface FailurePolicy {
  /**
   * What the ledger says of the call. All but unsent count as spent: when in doubt, a call is. limited
   * pins the UTC day, refused stops the project until its token changes. answered: its body is kept.
   */
  state: FailedState | 'answered';
  /** Asked once more after a pause, which is another call. */
  isRetried: boolean;
  exitCode: ExitCode;
}

/** What each error of a call does. The run ends with it, unless another try brings an answer. */
export const failurePolicies: Readonly<Record<ClarityErrorCode, FailurePolicy>> = {
  'token-refused': { state: 'refused', isRetried: false, exitCode: exitCodes.tokenRefused },
  'quota-spent': { state: 'limited', isRetried: false, exitCode: exitCodes.quotaSpent },
  'request-refused': { state: 'failed', isRetried: false, exitCode: exitCodes.unavailable },
  unavailable: { state: 'failed', isRetried: true, exitCode: exitCodes.unavailable },
  timeout: { state: 'failed', isRetried: true, exitCode: exitCodes.unavailable },
  'broken-off': { state: 'failed', isRetried: true, exitCode: exitCodes.unavailable },
  unreachable: { state: 'unsent', isRetried: false, exitCode: exitCodes.unavailable },
  unreadable: { state: 'answered', isRetried: true, exitCode: exitCodes.notUnderstood },
  'not-understood': { state: 'answered', isRetried: false, exitCode: exitCodes.notUnderstood },
};
