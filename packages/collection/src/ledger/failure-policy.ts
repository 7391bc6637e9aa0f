import type { ClarityErrorCode } from '@clarity-keep/clarity';
import type { FailedState } from '@clarity-keep/db';

export interface FailurePolicy {
  /**
   * What the ledger says of the call. All but limited and unsent count against the quota: when in doubt, a call
   * does. limited stops the calls of the project for a while, refused stops the project until its token changes. answered: its body is kept.
   */
  state: FailedState | 'answered';
  /** Whether what made it fail mostly makes the next call fail too. */
  endsRun: boolean;
  /** Asked once more after a pause, which is another call. */
  isRetried: boolean;
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
  },
  'quota-spent': {
    state: 'limited',
    endsRun: true,
    isRetried: false,
  },
  'request-refused': {
    state: 'failed',
    endsRun: true,
    isRetried: false,
  },
  unavailable: { state: 'failed', endsRun: true, isRetried: true },
  timeout: { state: 'failed', endsRun: true, isRetried: true },
  'broken-off': {
    state: 'failed',
    endsRun: true,
    isRetried: true,
  },
  unreachable: {
    state: 'unsent',
    endsRun: true,
    isRetried: false,
  },
  unreadable: {
    state: 'answered',
    endsRun: true,
    isRetried: true,
  },
  'too-large': {
    state: 'failed',
    endsRun: false,
    isRetried: false,
  },
  'not-understood': {
    state: 'answered',
    endsRun: false,
    isRetried: false,
  },
};
