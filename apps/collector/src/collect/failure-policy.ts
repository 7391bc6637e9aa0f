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
  /** Whether what made it fail mostly makes the next call fail too. */
  endsRun: boolean;
  /** Asked once more after a pause, which is another call. */
  isRetried: boolean;
  exitCode: ExitCode;
}

/**
 * What each error of a call does. One that ends the run does so unless another try brings an answer; after
 * the others the run asks for the rest, whose answers may be lost for ever otherwise.
 */
export const failurePolicies: Readonly<Record<ClarityErrorCode, FailurePolicy>> = {
  'token-refused': {
    state: 'refused',
    endsRun: true,
    isRetried: false,
    exitCode: exitCodes.tokenRefused,
  },
  'quota-spent': {
    state: 'limited',
    endsRun: true,
    isRetried: false,
    exitCode: exitCodes.quotaSpent,
  },
  'request-refused': {
    state: 'failed',
    endsRun: true,
    isRetried: false,
    exitCode: exitCodes.unavailable,
  },
  unavailable: { state: 'failed', endsRun: true, isRetried: true, exitCode: exitCodes.unavailable },
  timeout: { state: 'failed', endsRun: true, isRetried: true, exitCode: exitCodes.unavailable },
  'broken-off': {
    state: 'failed',
    endsRun: true,
    isRetried: true,
    exitCode: exitCodes.unavailable,
  },
  unreachable: {
    state: 'unsent',
    endsRun: true,
    isRetried: false,
    exitCode: exitCodes.unavailable,
  },
  unreadable: {
    state: 'answered',
    endsRun: true,
    isRetried: true,
    exitCode: exitCodes.notUnderstood,
  },
  'too-large': {
    state: 'failed',
    endsRun: false,
    isRetried: false,
    exitCode: exitCodes.notUnderstood,
  },
  'not-understood': {
    state: 'answered',
    endsRun: false,
    isRetried: false,
    exitCode: exitCodes.notUnderstood,
  },
};
