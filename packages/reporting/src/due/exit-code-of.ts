import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { IssueResult } from '../delivery/send-issue.ts';

/** Whether the mail server does not let us in: then nothing more is tried. */
export function isLoginRefused({ failed }: IssueResult): boolean {
  return failed.some(({ type }) => type === 'login');
}

/** The exit code of one issue: 5 while somebody has not got theirs, or may not have. */
export function exitCodeOf(result: IssueResult): ExitCode {
  if (isLoginRefused(result)) return exitCodes.usage;
  const { failed, givenUp, abandoned } = result;
  const isSettled = [failed, givenUp, abandoned].every((numbers) => numbers.length === 0);
  return isSettled ? exitCodes.done : exitCodes.unavailable;
}
