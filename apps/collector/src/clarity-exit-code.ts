import type { ClarityErrorCode } from '@clarity-keep/clarity';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';

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
