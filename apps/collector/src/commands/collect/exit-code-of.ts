import type { ClarityErrorCode } from '@clarity-keep/clarity';
import type { ProjectCollection } from '@clarity-keep/collection';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';

/** What a process that met this error of a call ends with. */
export const exitCodeByClarityError: Readonly<Record<ClarityErrorCode, ExitCode>> = {
  'token-refused': exitCodes.tokenRefused,
  'quota-spent': exitCodes.quotaSpent,
  'request-refused': exitCodes.unavailable,
  unavailable: exitCodes.unavailable,
  timeout: exitCodes.unavailable,
  'broken-off': exitCodes.unavailable,
  unreachable: exitCodes.unavailable,
  unreadable: exitCodes.notUnderstood,
  'too-large': exitCodes.notUnderstood,
  'not-understood': exitCodes.notUnderstood,
};

/** The exit code of one project's collection. */
export function exitCodeOf({ error }: Pick<ProjectCollection, 'error'>): ExitCode {
  if (error === null) return exitCodes.done;
  if (error.code === 'configuration') return exitCodes.usage;
  if (error.code === 'defect') return exitCodes.defect;
  return exitCodeByClarityError[error.code];
}
