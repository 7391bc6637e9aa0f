import type { ClarityErrorCode } from '@clarity-keep/clarity';
import type { FailedState } from '@clarity-keep/db';

export interface FailurePolicy {
  /**
   * What the ledger records for the call. All but limited and unsent count against the quota: in doubt, a call
   * counts. limited stops the project for a while, refused until its token changes. answered: its body is stored.
   */
  state: FailedState | 'answered';
  /** Whether the same failure usually makes the next call fail too. */
  endsRun: boolean;
  /** Whether the call is retried after a pause, which is another call. */
  isRetried: boolean;
}

/**
 * What each error of a call does. An error that ends the run does so unless a retry succeeds; after the others the
 * run makes the remaining calls, whose data may otherwise be lost for ever.
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
