import type { ExitKind } from '@clarity-keep/core';
import { databaseTrouble } from './database-trouble.ts';

/** What a process ends with. Scripts and cron monitors rely on these. */
export const exitCodes = {
  done: 0,
  defect: 1,
  usage: 2,
  tokenRefused: 3,
  quotaSpent: 4,
  unavailable: 5,
  notUnderstood: 6,
  /** `status --check` found data stale, or a gap that can still be healed. */
  stale: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a process ends with for each kind of foreseen error. */
export const exitCodeOfKind: Readonly<Record<ExitKind, ExitCode>> = {
  usage: exitCodes.usage,
  configuration: exitCodes.usage,
  'token-refused': exitCodes.tokenRefused,
  'quota-spent': exitCodes.quotaSpent,
  unavailable: exitCodes.unavailable,
  'not-understood': exitCodes.notUnderstood,
};

/** The exit code of an error that ended a command; any error that was not foreseen is a defect. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (databaseTrouble(error) !== null) return exitCodes.usage;
  return isForeseen(error) ? exitCodeOfKind[error.exitKind] : exitCodes.defect;
}

/** Foreseen errors say their kind themselves: loading all their classes to ask would slow every start. */
function isForeseen(error: unknown): error is { exitKind: ExitKind } {
  if (!(error instanceof Error) || !('exitKind' in error)) return false;
  return typeof error.exitKind === 'string' && Object.hasOwn(exitCodeOfKind, error.exitKind);
}

/** The worst of several exit codes: a defect, or else the highest. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(exitCodes.defect)) return exitCodes.defect;
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.done);
}
