import type { ClarityErrorCode } from '@clarity-keep/clarity';

/** What the process ends with. Scripts and cron monitors rely on these. */
export const exitCodes = {
  done: 0,
  defect: 1,
  usage: 2,
  tokenRefused: 3,
  quotaSpent: 4,
  unavailable: 5,
  notUnderstood: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code of a call that brought no usable answer. */
export function exitCodeOfClarityError(code: ClarityErrorCode): ExitCode {
  switch (code) {
    case 'token-refused':
      return exitCodes.tokenRefused;
    case 'quota-spent':
      return exitCodes.quotaSpent;
    case 'unavailable':
    case 'timeout':
    case 'unreachable':
    case 'request-refused':
      return exitCodes.unavailable;
    case 'not-understood':
      return exitCodes.notUnderstood;
  }
}

/** Errors that say themselves what to do, by name: loading their classes would slow every start. */
const usageErrors = new Set([
  'UsageError',
  'ConfigurationError',
  'ImportError',
  'DatabaseError',
  'QueryError',
]);

/** The exit code of an error that ended a command. */
export function exitCodeOfError(error: unknown): ExitCode {
  return error instanceof Error && usageErrors.has(error.name) ? exitCodes.usage : exitCodes.defect;
}
